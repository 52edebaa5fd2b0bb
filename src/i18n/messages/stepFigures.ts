import { defineMessages } from '../i18n'

/** Words in the figures of the steps; their captions are in lessons/figures/. */
export const offerLineWords = defineMessages({
  origin: {
    zh: '会话的编号和版本；地址是占位的',
    en: 'number and version of the session; the address is a placeholder',
  },
  bundle: { zh: '这几个媒体段想共用一条传输通道', en: 'these sections ask to share one transport' },
  media: {
    zh: '一个媒体段开始：种类、端口、支持的负载类型',
    en: 'a media section begins: kind, port, payload types it can take',
  },
  connection: {
    zh: '地址的占位：真实地址在候选里',
    en: 'stands where an address would; the real ones are in candidates',
  },
  ufrag: {
    zh: 'ICE 的用户名，连通性检查要带上它',
    en: 'user name of ICE; each connectivity check carries it',
  },
  fingerprint: {
    zh: '证书的哈希，DTLS 握手时用来核对',
    en: 'hash of the certificate, compared in the DTLS handshake',
  },
  setup: { zh: 'DTLS 的角色；actpass：由对方选', en: 'DTLS role; actpass: the other end chooses' },
  mid: { zh: '这个媒体段的名字，候选靠它归位', en: 'name of this section; candidates refer to it' },
  direction: { zh: '想要的方向：发送、接收、两者都要', en: 'direction it wishes for: send, receive or both' },
  codec: { zh: '一个负载类型代表哪种编解码器', en: 'which codec a payload type stands for' },
})

/** The meaning of each part of a candidate line. */
export const candidatePartWords = defineMessages({
  foundation: {
    zh: 'foundation：同类、同地址、同服务器的候选，这一项相同',
    en: 'foundation: the same for candidates of one type, address and server',
  },
  component: {
    zh: '组件：1 是 RTP（RTCP 通常也走它），2 是单独的 RTCP',
    en: 'component: 1 is RTP, as a rule with RTCP in it; 2 is RTCP alone',
  },
  protocol: { zh: '传输协议', en: 'transport protocol' },
  priority: { zh: '优先级：越大越先检查', en: 'priority: the higher, the sooner it is checked' },
  hidden: {
    zh: 'mDNS 名字：网卡的真实地址藏了起来',
    en: 'mDNS name: hides the real address of the interface',
  },
  address: { zh: '可以把包送到这里的地址', en: 'the address to send packets to' },
  port: { zh: '端口', en: 'port' },
  discard: { zh: '端口 9：只主动连接，不监听', en: 'port 9: this end connects only and listens nowhere' },
  host: { zh: '类型：自己网卡上的地址', en: 'type: an address of an own network interface' },
  srflx: { zh: '类型：STUN 服务器看到的地址', en: 'type: the address a STUN server sees' },
  relay: { zh: '类型：TURN 服务器借出的地址', en: 'type: an address lent by a TURN server' },
  other: { zh: '类型', en: 'type' },
  related: { zh: '它由哪个地址得来', en: 'the address it was derived from' },
  tcp: { zh: 'TCP 的一方：active 只主动连接', en: 'its part in TCP: active only connects' },
})

/** Why there are so many candidates. */
export const candidateFigure = defineMessages({
  product: {
    zh: '为什么这么多行：{sections} 个媒体段 × {addresses} 个地址 × {transports} 种传输协议（{names}）× {components} 种组件 ＝ {host} 个 host 候选。',
    en: 'Why so many: media sections {sections} × addresses {addresses} × transports {transports} ({names}) × components {components} = host candidates {host}.',
  },
  sum: {
    zh: '到现在有 {host} 个 host 候选，来自 {sections} 个媒体段、{addresses} 个地址、{transports} 种传输协议（{names}）、{components} 种组件。',
    en: 'Host candidates so far: {host}, from media sections {sections}, addresses {addresses}, transports {transports} ({names}), components {components}.',
  },
  other: {
    zh: '另有 {n} 个别的类型，来自 STUN 或 TURN 服务器。',
    en: 'Of other types, through a STUN or TURN server: {n}.',
  },
})

/** Words of the table of directions. */
export const directionFigure = defineMessages({
  corner: { zh: '提议 ↓ 被叫方想要 →', en: 'offered ↓ callee wants →' },
  here: { zh: '你的 {kinds}', en: 'your {kinds}' },
})

/** Words of the two lanes of step 10. */
export const clockFigure = defineMessages({
  time: { zh: '时间', en: 'time' },
  signaling: { zh: '信令', en: 'signaling' },
  ice: { zh: 'ICE', en: 'ICE' },
})

/** The moments between step 13 and the first frame. */
export const filmWords = {
  ice: defineMessages({
    name: { zh: 'ICE', en: 'ICE' },
    sign: { zh: 'iceConnectionState 变为 connected', en: 'iceConnectionState is connected' },
  }),
  dtls: defineMessages({
    name: { zh: 'DTLS', en: 'DTLS' },
    sign: { zh: 'connectionState 变为 connected', en: 'connectionState is connected' },
  }),
  packet: defineMessages({
    name: { zh: '第一个包', en: 'First packet' },
    sign: { zh: '一条远端轨道触发 unmute', en: 'a remote track fires unmute' },
  }),
  frame: defineMessages({
    name: { zh: '第一帧', en: 'First frame' },
    sign: { zh: 'getStats 里 framesDecoded 大于 0', en: 'framesDecoded in getStats is above 0' },
  }),
} as const

export const filmFigure = defineMessages({
  notYet: { zh: '还没有', en: 'not yet' },
  notRecorded: { zh: '没有记录：浏览器不为它触发事件', en: 'not recorded: no event tells of it' },
})

export const hangUpFigure = defineMessages({
  here: { zh: '这一端', en: 'at this end' },
  there: { zh: '对方看到', en: 'the other end sees' },
  when: { zh: '什么时候', en: 'when' },
})

/** What the other end sees of each way to stop; times measured in Chromium 156 and Firefox 153. */
export const hangUpWords = [
  {
    id: 'bye',
    action: { zh: '发送 bye', en: 'send bye' },
    sees: { zh: '一条信令消息；它随即关闭自己的一端', en: 'a signaling message, and it closes its own end' },
    when: { zh: '消息一到', en: 'when the message arrives' },
  },
  {
    id: 'close',
    action: 'close()',
    sees: {
      zh: 'DTLS 传输通道先变为 closed；connectionState 仍是 connected，后来 disconnected，再 failed；远端轨道不结束',
      en: 'the DTLS transport is closed first; connectionState stays connected, later disconnected, then failed; remote tracks do not end',
    },
    when: {
      zh: 'closed：20 毫秒以内；disconnected：5–10 秒；failed：Chromium 15–18 秒，Firefox 28–29 秒',
      en: 'closed: within 20 ms; disconnected: 5–10 s; failed: 15–18 s in Chromium, 28–29 s in Firefox',
    },
  },
  {
    id: 'stop',
    action: 'track.stop()',
    sees: {
      zh: '没有事件，只是不再有媒体；远端轨道不触发 ended',
      en: 'no event, only no more media; the remote track does not fire ended',
    },
    when: { zh: '永远没有通知', en: 'it is never told' },
  },
  {
    id: 'crash',
    action: { zh: '页面崩溃或断网', en: 'crash or lost network' },
    sees: {
      zh: '没有任何通知；只有 ICE 发觉收不到响应',
      en: 'no notice at all; only ICE notices that responses stay away',
    },
    when: {
      zh: '要等好几秒，和 close() 之后 ICE 的等待一样',
      en: 'only after seconds: ICE waits as it does after close()',
    },
  },
] as const
