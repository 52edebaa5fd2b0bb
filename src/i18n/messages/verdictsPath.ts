import type { VerdictWords } from './verdictWords'

/** Words of the faults in ICE, DTLS and the life of a connection. Places in braces are facts of the verdict. */
export const verdictsPath = {
  'no-path': {
    what: {
      zh: 'ICE 检查了所有候选对，没有一对通。本端候选：{local}；远端候选：{remote}；中继候选：{relay} 个。',
      en: 'ICE checked its candidate pairs, and none works. Local candidates: {local}; remote: {remote}; relay candidates: {relay}.',
    },
    variants: {
      nothing: {
        zh: '收集已经结束，一个候选也没有：没有地址可以检查。可能是策略设成了 `relay`，或浏览器、扩展、VPN 禁止暴露地址。',
        en: 'Gathering is complete, and there is not a single candidate, so there is nothing to check. The policy may be `relay`, or the browser, an extension or a VPN hides all addresses.',
      },
      relay: {
        zh: '`iceTransportPolicy` 是 `relay`，却没有得到中继候选：其他候选都被过滤掉，没有东西可以检查。',
        en: '`iceTransportPolicy` is `relay`, and there is no relay candidate: all others were filtered out, so there is nothing to check.',
      },
    },
    look: {
      zh: '看两端各有哪些类型的候选：没有 `srflx` 查 STUN，没有 `relay` 查 TURN。',
      en: 'Look which types of candidates each end has: without `srflx` check STUN, without `relay` check TURN.',
    },
    settles: {
      zh: '另一端的文件；再用 `iceTransportPolicy: "relay"` 试一次：中继能通，就是直连被挡。',
      en: 'The other end’s file; and a try with `iceTransportPolicy: "relay"`: if the relay works, the direct way is blocked.',
    },
    mend: {
      zh: '配置一台能用的 TURN 服务器，包括 TCP 443 上的 `turns:`；两个 NAT 之间没有中继，不一定有路。',
      en: 'Configure a TURN server that works, also as `turns:` on TCP 443. Between two NATs there may be no way without a relay.',
    },
  },
  'local-names-only': {
    what: {
      zh: '全部 {count} 个地址都是 mDNS 的 `.local` 名字。它们只在同一个局域网里、支持 mDNS 的一端有用。',
      en: 'All {count} addresses are `.local` names of mDNS. They mean something only to an end on the same network that resolves mDNS.',
    },
    look: {
      zh: '看有没有 `srflx` 或 `relay` 候选；没有，就查 STUN 和 TURN 的配置。',
      en: 'Look for `srflx` or `relay` candidates; if there are none, check the STUN and TURN servers.',
    },
    settles: {
      zh: '另一端的文件：它有没有检查过这些地址。',
      en: 'The other end’s file: whether it ever checked these addresses.',
    },
    mend: {
      zh: '配置 STUN 或 TURN；服务器端要支持 mDNS，或者给出自己能到达的地址，由它接受对端反射候选。',
      en: 'Configure STUN or TURN. A server must resolve mDNS, or announce an address of its own that can be reached, and accept peer-reflexive candidates.',
    },
  },
  'unreachable-address': {
    what: {
      zh: '对方给出的全部是内网或本机地址：{addresses}。从这里发出的检查到不了那里。',
      en: 'All addresses of the other end are private or loopback: {addresses}. Checks from here do not get there.',
    },
    look: {
      zh: '看对方是不是跑在容器或云主机里，公网地址与网卡地址不同。',
      en: 'Look whether the other end runs in a container or a cloud, where the public address is not that of its interface.',
    },
    settles: {
      zh: '另一端的文件或日志：它真正的地址是什么。',
      en: 'The other end’s file or log: what its real address is.',
    },
    mend: {
      zh: '让服务器宣告公网地址（如 `--nat-1-1`、`external-ip`、`announcedIp`），或给它配 STUN、TURN，并映射 UDP 端口。',
      en: 'Let the server announce its public address (`nat-1-1`, `external-ip`, `announcedIp`), or give it STUN or TURN, and map its UDP ports.',
    },
  },
  'udp-blocked': {
    what: {
      zh: '没有一台 UDP 上的 STUN 或 TURN 服务器有响应（701）：{urls}。多半是防火墙或 VPN 挡住了 UDP。',
      en: 'No STUN or TURN server over UDP answered (701): {urls}. A firewall or VPN probably blocks UDP.',
    },
    look: {
      zh: '换一个网络（如手机热点）再打一次。',
      en: 'Call again from another network, such as a phone’s hotspot.',
    },
    settles: {
      zh: '在同一网络里用 TCP 上的 `turns:` 试一次。',
      en: 'A try on the same network with `turns:` over TCP.',
    },
    mend: {
      zh: '加一台 `turns:…:443?transport=tcp` 的 TURN 服务器。',
      en: 'Add a TURN server at `turns:…:443?transport=tcp`.',
    },
  },
  'turn-refused': {
    what: {
      zh: '{url} 返回 {code}，这台服务器没有给出中继候选。',
      en: '{url} answered {code}, and no relay candidate came from it.',
    },
    variants: {
      expired: {
        zh: '{url} 返回 {code}：用户名里的时间已经过去，临时凭据过期了。',
        en: '{url} answered {code}: the time in the user name has passed, so the temporary credentials are expired.',
      },
    },
    look: {
      zh: '看用户名和密码是谁发的、什么时候过期；403、486、508 要看服务器的限制。',
      en: 'Look who issued user name and password, and until when they hold. For 403, 486 and 508 look at the limits of the server.',
    },
    settles: { zh: 'TURN 服务器的日志。', en: 'The log of the TURN server.' },
    mend: {
      zh: '每次通话前取新的凭据，并核对服务器的时钟、realm 和共享密钥。',
      en: 'Fetch new credentials before each call, and check the server’s clock, realm and shared secret.',
    },
  },
  'dtls-unfinished': {
    what: {
      zh: '路径已经找到，连接却没有接通：DTLS 握手没有完成。',
      en: 'The path was found, but the connection did not come up: the DTLS handshake did not end.',
    },
    variants: {
      fingerprint: {
        zh: '描述里的证书指纹与另一端的不一致：握手时证书对不上，连接立刻 `failed`，而 ICE 仍是 `connected`。',
        en: 'The fingerprint in the description is not that of the other end: its certificate is refused, and the connection is `failed` at once while ICE stays `connected`.',
      },
      stuck: {
        zh: 'ICE 接通 {seconds} 秒了，DTLS 握手还没有完成。',
        en: 'ICE has been connected for {seconds} seconds, and the DTLS handshake has not ended.',
      },
    },
    look: {
      zh: '比较两端的 `a=fingerprint` 和 `a=setup`；再看另一端有没有设置应答。',
      en: 'Compare `a=fingerprint` and `a=setup` of both ends, and look whether the other one set the answer.',
    },
    settles: { zh: '另一端的文件。', en: 'The other end’s file.' },
    mend: {
      zh: '不要改写描述里的指纹；服务器重启换了证书，就要发新的描述；检查中间设备是否丢弃大的 UDP 包。',
      en: 'Do not rewrite fingerprints. A server that has a new certificate must send a new description. Check whether something drops large UDP packets.',
    },
  },
  'lost-without-restart': {
    what: {
      zh: '接通之后路径断了，没有恢复，也没有发起 ICE 重启。',
      en: 'The connection was up, lost its path and did not heal, and no ICE restart was negotiated.',
    },
    variants: {
      unanswered: {
        zh: '断线之后发出了重启 ICE 的提议，但没有得到应答。',
        en: 'An offer that restarts ICE was made after the loss, and was not answered.',
      },
      'not-offered': {
        zh: '断线之后调用了 `restartIce()`，但没有随之发出提议。',
        en: '`restartIce()` was called after the loss, but no offer followed.',
      },
    },
    look: {
      zh: '看断线的时刻网络有没有切换，对方是不是挂断了。',
      en: 'Look whether the network changed at that moment, or whether the other end hung up.',
    },
    settles: {
      zh: '另一端的文件：它是断线，还是先关闭了。',
      en: 'The other end’s file: whether it was lost too, or closed first.',
    },
    mend: {
      zh: '`connectionState` 变成 `failed`（或长时间 `disconnected`）时调用 `restartIce()` 并重新协商；挂断时先发一条消息。',
      en: 'When `connectionState` is `failed`, or `disconnected` for long, call `restartIce()` and negotiate. Send a message before hanging up.',
    },
  },
  'closed-early': {
    what: {
      zh: '`disconnected` 之后 {seconds} 秒，应用就调用了 `close()`。这个状态常常几秒内自己恢复，`failed` 才是最终的。',
      en: 'The app called `close()` {seconds} seconds after `disconnected`. That state often heals by itself within seconds; only `failed` is final.',
    },
    look: {
      zh: '在代码里找处理 `disconnected` 的地方。',
      en: 'Find the code that handles `disconnected`.',
    },
    settles: { zh: '文件本身已经说明。', en: 'The file settles it.' },
    mend: {
      zh: '`disconnected` 时只提示“正在重新连接”；等到 `failed` 再重启 ICE 或关闭。',
      en: 'On `disconnected` only tell the user; restart ICE or close on `failed`.',
    },
  },
  'connections-leaked': {
    what: {
      zh: '{count} 条连接已经没有用处，却没有调用 `close()`（共 {all} 条）。浏览器到大约 500 条就不再新建。',
      en: '{count} of {all} connections are of no use any more and were not closed. Browsers refuse further ones at about 500.',
    },
    look: {
      zh: '看每次重连、每次打开页面部件时新建的连接由谁关闭。',
      en: 'Look who closes the connection that each reconnection, or each mounted component, creates.',
    },
    settles: { zh: '页面的代码。', en: 'The code of the page.' },
    mend: {
      zh: '失败、挂断、卸载部件时都调用 `close()`，并丢掉引用。',
      en: 'Call `close()` after a failure, after hanging up, and when a component goes away, and drop the reference.',
    },
  },
} as const satisfies Record<string, VerdictWords>
