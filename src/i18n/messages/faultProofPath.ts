import { TEXT_ALONE } from './faultProofWords'
import type { FaultProofWords } from './faultProofWords'

/** What verdicts about ICE, DTLS and the life of a connection rest on. */
export const faultProofPath = {
  'no-path': {
    proved: [
      {
        zh: 'ICE 到了 `failed`，两端的候选文件里都有，其中没有一个 `relay`。',
        en: 'ICE became `failed`, the file has the candidates of both ends, and none of them is a `relay`.',
      },
      {
        zh: '策略是 `relay`，却没有配置 TURN 服务器。',
        en: 'The policy is `relay`, and no TURN server is configured.',
      },
    ],
    likely: [
      {
        zh: '文件缺一端的候选；或者有中继候选，那就要看中继本身通不通。',
        en: 'The candidates of one end are missing; or there is a relay, and then it depends on whether the relay works.',
      },
      {
        zh: '检查了半分钟以上，还没有结果。',
        en: 'Checks have gone on for more than half a minute without a result.',
      },
      TEXT_ALONE,
    ],
  },
  'local-names-only': {
    likely: [
      {
        zh: '没有路径，而对方给出的每个地址都以 `.local` 结尾。',
        en: 'There is no path, and each address of the other end ends in `.local`.',
      },
    ],
    open: [
      {
        zh: '只粘贴了描述或候选，看不到通话的状态。',
        en: 'Only descriptions or candidates were pasted, without the states of a call.',
      },
    ],
  },
  'unreachable-address': {
    proved: [
      {
        zh: 'ICE 失败了，对方的地址全是内网或本机的，而本端有公网地址，或者对方是 `ice-lite`。',
        en: 'ICE failed, and all addresses of the other end are private or loopback, while this end has a public one or the other end says `ice-lite`.',
      },
      {
        zh: '两端的文件：收到的地址，对方一个也没有收集到过，是途中改掉的。',
        en: 'The files of both ends: the addresses that arrived are none of those that the other end gathered, so they were changed on the way.',
      },
    ],
    likely: [
      {
        zh: '地址是这样，检查了很久，但还没有失败。',
        en: 'The addresses are of that kind, and checks have gone on for long without failing.',
      },
    ],
    open: [
      {
        zh: '只粘贴了描述或候选，看不到通话的状态。',
        en: 'Only descriptions or candidates were pasted, without the states of a call.',
      },
    ],
  },
  'udp-blocked': {
    likely: [
      {
        zh: '每一台 UDP 上的 STUN、TURN 服务器都报 701，没有一个 `srflx`，也没有 UDP 上的中继。',
        en: 'Each STUN and TURN server over UDP gave 701, and there is neither an `srflx` nor a relay over UDP.',
      },
      {
        zh: '收集了很久，两台以上的服务器一台也没有响应。',
        en: 'Gathering has waited for long, and of two servers or more none has answered.',
      },
    ],
  },
  'turn-refused': {
    proved: [
      {
        zh: '`icecandidateerror` 报 401、403、437、438、441、486 或 508，这台服务器没有给出中继候选。',
        en: '`icecandidateerror` with 401, 403, 437, 438, 441, 486 or 508, and no relay candidate came from that server.',
      },
    ],
    likely: [TEXT_ALONE],
  },
  'dtls-unfinished': {
    proved: [
      {
        zh: 'ICE 还是 `connected`，连接却到了 `failed`；或者统计里的 `dtlsState` 是 `failed`。两端的文件还能说明指纹是不是不一致。',
        en: 'The connection became `failed` while ICE stayed `connected`, or `dtlsState` in the statistics is `failed`. The files of both ends also show whether the fingerprints differ.',
      },
    ],
    likely: [
      {
        zh: 'ICE 通了十秒以上，连接还没有接通。',
        en: 'ICE has been connected for more than ten seconds, and the connection is not.',
      },
    ],
  },
  'lost-without-restart': {
    proved: [
      {
        zh: '接通之后到了 `failed`，没有重启 ICE，而另一端的文件表明它没有挂断。',
        en: 'The connection was up and became `failed`, ICE was not restarted, and the other end’s file shows that it did not hang up.',
      },
      {
        zh: '重启 ICE 的提议发出去了，没有得到应答。',
        en: 'An offer that restarts ICE was made, and was not answered.',
      },
    ],
    likely: [
      {
        zh: '只有一端的文件：可能是另一端先挂断了。',
        en: 'Only one end’s file was brought: the other end may have hung up.',
      },
      {
        zh: '停在 `disconnected` 很久，没有到 `failed`。',
        en: 'It stayed `disconnected` for long, without becoming `failed`.',
      },
    ],
  },
  'closed-early': {
    proved: [
      {
        zh: '`disconnected` 之后一秒之内就有 `close()`，中间没有 `failed`。',
        en: '`close()` within a second of `disconnected`, without `failed` in between.',
      },
    ],
  },
  'connections-leaked': {
    likely: [
      {
        zh: '同一个页面有十条以上的连接没有关闭，而且早就没有用了；或者有几十条从来没有用过。',
        en: 'Ten connections or more of one page are open and have long been of no use, or dozens were never used at all.',
      },
      TEXT_ALONE,
    ],
  },
} as const satisfies Record<string, FaultProofWords>
