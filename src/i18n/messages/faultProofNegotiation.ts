import { TEXT_ALONE } from './faultProofWords'
import type { FaultProofWords } from './faultProofWords'

/** What verdicts about offer, answer and candidates rest on. */
export const faultProofNegotiation = {
  'wrong-state': {
    proved: [
      {
        zh: '文件里有被拒绝的那次调用，也有它之前成功设置的描述。',
        en: 'The file has the refused call, and the description that was set before it.',
      },
      {
        zh: '两端的文件：提议到了对方，本端却从来没有设置过它。',
        en: 'The files of both ends: the offer reached the other end, and this end never set it.',
      },
    ],
    likely: [TEXT_ALONE],
  },
  'early-candidate': {
    proved: [
      {
        zh: '`addIceCandidate()` 被拒绝，而且排在第一次成功的 `setRemoteDescription()` 之前。',
        en: 'A refused `addIceCandidate()` stands before the first `setRemoteDescription()` that succeeded.',
      },
    ],
    likely: [TEXT_ALONE],
  },
  'never-negotiated': {
    proved: [
      {
        zh: '谈妥之后触发了 `negotiationneeded`，过了几秒，或者直到连接关闭，都没有新的提议。',
        en: '`negotiationneeded` fired after the call had been negotiated, and no offer followed for seconds, or until the connection was closed.',
      },
    ],
    likely: [
      {
        zh: '事件触发了，但文件保存得太早，提议可能随后就来。',
        en: 'The event fired, and the dump was saved so soon that an offer may still have come.',
      },
    ],
    open: [
      {
        zh: '加了轨道，文件里却没有 `negotiationneeded`：这种文件可能不记这个事件。',
        en: 'A track was added, and the file has no `negotiationneeded`: it may be of a kind that does not record the event.',
      },
    ],
  },
  'dtls-roles': {
    proved: [
      {
        zh: '描述被拒绝，错误文字说的就是 DTLS 角色。',
        en: 'A description was refused, and the error text names the DTLS role.',
      },
      {
        zh: '粘贴的应答里写着 `a=setup:actpass`。',
        en: 'A pasted answer says `a=setup:actpass`.',
      },
    ],
    likely: [
      {
        zh: '应答写着 `actpass`，设置时没有报错；ICE 通了，连接却没有接通。有的端会替它选一个角色。',
        en: 'The answer says `actpass` and was accepted; ICE is connected, the connection is not. Some ends choose a role for it.',
      },
      TEXT_ALONE,
    ],
  },
  'sections-out-of-order': {
    proved: [
      {
        zh: '描述被拒绝，错误文字说的是 `m=` 行的顺序或数量。',
        en: 'A description was refused, and the error text names the order or the number of `m=` lines.',
      },
      {
        zh: '粘贴的提议和应答，`m=` 行的种类依次对不上。',
        en: 'In a pasted offer and answer, the kinds of the `m=` lines do not match in their order.',
      },
    ],
    likely: [TEXT_ALONE],
  },
  'sdp-damaged': {
    proved: [
      {
        zh: '描述被拒绝，错误文字说它无法解析，或者缺少 ufrag、指纹。',
        en: 'A description was refused, and the error text says that it cannot be read, or lacks an ufrag or a fingerprint.',
      },
      {
        zh: '两端的文件：同一份描述，发出的和收到的 `a=ice-pwd` 不一样。',
        en: 'The files of both ends: one description, sent with one `a=ice-pwd` and received with another.',
      },
    ],
    likely: [TEXT_ALONE],
  },
  'never-answered': {
    proved: [
      {
        zh: '两端的文件：被叫方已经设好应答，呼叫方却没有收到。',
        en: 'The files of both ends: the callee set its answer, and the caller never got it.',
      },
    ],
    likely: [
      {
        zh: '一端的文件：提议等了半分钟以上，没有应答；或者收到提议之后，同样久没有创建应答。',
        en: 'One end’s file: an offer waited for more than half a minute without an answer, or one that arrived was not answered for as long.',
      },
    ],
    open: [
      {
        zh: '等得还不久，或者连接已经关闭：可能还在响铃，也可能没人接。',
        en: 'It has not waited for long, or the connection was closed: it may still ring, or nobody picked up.',
      },
    ],
  },
  'nothing-to-negotiate': {
    proved: [
      {
        zh: '提议设置好了，里面没有一行 `m=`；之后的描述里也没有。',
        en: 'An offer without an `m=` line was set, and no later description has one.',
      },
    ],
  },
  'channel-never-opens': {
    proved: [
      {
        zh: '建了数据通道，谈妥的描述里却没有 `m=application`，或者应答用端口 0 拒绝了它。',
        en: 'A data channel was created, and the negotiated descriptions have no `m=application`, or the answer rejected it with port 0.',
      },
    ],
    likely: [
      {
        zh: '连接接通好一阵了，统计里的通道还是 `connecting`。',
        en: 'The connection has been up for a while, and in the statistics the channel is still `connecting`.',
      },
      {
        zh: '通道刚建好，文件就保存了。',
        en: 'The dump was saved right after the channel was created.',
      },
      TEXT_ALONE,
    ],
  },
  'no-candidates-exchanged': {
    proved: [
      {
        zh: '两端的文件：对方收集完了，应答之后过了很久，这一端还是一个候选也没有。',
        en: 'The files of both ends: the other end finished gathering, and long after the answer this end still has none of its candidates.',
      },
    ],
    likely: [
      {
        zh: '应答之后很久没有候选，但没有另一端的文件；或者有，只是才过了几秒。',
        en: 'Long after the answer there is no candidate, and the other end’s file is missing; or it is there, and only some seconds have passed.',
      },
    ],
    open: [
      {
        zh: '文件没有时间，或者应答之后马上就保存了：候选可能还在路上。',
        en: 'The file has no times, or was saved right after the answer: candidates may be on their way.',
      },
    ],
  },
} as const satisfies Record<string, FaultProofWords>
