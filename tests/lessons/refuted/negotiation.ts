import type { RefutedClaim } from './refutedClaim'

/**
 * False claims about media, signaling and negotiation that lessons once made, refuted by measurement or a
 * specification.
 */
export const NEGOTIATION_CLAIMS: readonly RefutedClaim[] = [
  {
    claim: 'e-mail or paper will do for signaling',
    zh: {
      pattern: /(邮件|二维码)(、[^，。]{1,8})?都行|抄在纸上/,
      was: ['WebSocket、邮件、二维码都行。', '二维码，甚至抄在纸上念给对方听。'],
    },
    en: {
      pattern: /(e-mail|QR code)[^.]{0,20} will do|reading it out from paper/,
      was: ['a WebSocket, e-mail or a QR code will do.', 'a QR code, even reading it out from paper.'],
    },
  },
  {
    claim: 'an answer meets stable for two causes only',
    zh: { pattern: /同一句话有两个原因/, was: ['同一句话有两个原因：应答用了两次，或者漏了第 4 步。'] },
    en: { pattern: /One sentence, two causes/, was: ['One sentence, two causes.'] },
  },
  {
    claim: 'without a transceiver there is no section',
    zh: { pattern: /没有收发器就没有媒体段/, was: ['没有收发器就没有媒体段。'] },
    en: { pattern: /No transceiver, no media section/, was: ['No transceiver, no media section.'] },
  },
  {
    claim: 'a candidate must wait until setRemoteDescription() is done',
    zh: {
      pattern:
        /等 `setRemoteDescription\(\w*\)` 完成(再|，(再|或))|没有等 `setRemoteDescription\(\w*\)` 完成|`setRemoteDescription\(\)` 还没有完成时，`addIceCandidate/,
      was: [
        '先排队，等 `setRemoteDescription()` 完成再逐个添加。',
        '先等 `setRemoteDescription()` 完成，再调用 `addIceCandidate()`。',
        '没有等 `setRemoteDescription(offer)` 完成，或者根本没有调用。',
        '`setRemoteDescription()` 还没有完成时，`addIceCandidate()` 会被拒绝。',
      ],
    },
    en: {
      pattern:
        /The browser does not queue for you|`setRemoteDescription\(\w*\)` was not awaited|[Uu]ntil `setRemoteDescription\(\)` (has resolved|is done)|its own `setRemoteDescription\(\)` has finished/,
      was: [
        'The browser does not queue for you.',
        '`setRemoteDescription(offer)` was not awaited, or never called.',
        'Until `setRemoteDescription()` has resolved, `addIceCandidate()` is refused.',
        'Wait until `setRemoteDescription()` is done.',
        'queues them until its own `setRemoteDescription()` has finished.',
      ],
    },
  },
  {
    claim: 'the event track is fired at a track',
    zh: { pattern: /轨道（track）这时触发 `track`/, was: ['对方的两条轨道（track）这时触发 `track`。'] },
    en: { pattern: /two tracks fire `track`/, was: ["Now the other end's two tracks fire `track`."] },
  },
  {
    claim: 'an offer that arrives has been set',
    zh: {
      pattern: /收到提议时，浏览器|收到对方的提议时，?(浏览器)?会?(悄悄|自动)回滚/,
      was: [
        '被叫方收到提议时，浏览器照提议为它造好收发器。',
        '今天的浏览器收到对方的提议时，会悄悄回滚自己的。',
        '收到对方的提议时，浏览器会自动回滚自己的那份。',
      ],
    },
    en: {
      pattern: /When an offer reaches the callee|when the other[’']s arrives/,
      was: [
        'When an offer reaches the callee, the browser makes transceivers.',
        'Browsers roll their own offer back when the other’s arrives.',
      ],
    },
  },
  {
    claim: 'setLocalDescription() makes the credentials',
    zh: { pattern: /端口和凭据从这时起/, was: ['端口和凭据从这时起才真正准备。'] },
    en: {
      pattern: /prepare ports and credentials/,
      was: ['makes the browser prepare ports and credentials.'],
    },
  },
  {
    claim: 'browsers never answer with passive',
    zh: { pattern: /浏览器不这么选/, was: ['只是要多等一个来回，浏览器不这么选。'] },
    en: {
      pattern: /browsers do not pick it(?! in)/,
      was: ['That costs a round trip, and browsers do not pick it.'],
    },
  },
  {
    claim: 'negotiationneeded fires after every rollback',
    zh: {
      pattern: /没有丢，`negotiationneeded` 会再次触发/,
      was: ['礼貌方想改的事并没有丢，`negotiationneeded` 会再次触发。'],
    },
    en: {
      pattern: /not lost(, since|:) `negotiationneeded` fires again/,
      was: ['not lost, since `negotiationneeded` fires again.', 'not lost: `negotiationneeded` fires again.'],
    },
  },
  {
    claim: 'a disabled track looks the same to the other end',
    zh: { pattern: /对方看不出区别/, was: ['包一直在来，对方看不出区别。'] },
    en: {
      pattern: /other end sees no difference/,
      was: ['Packets keep coming, so the other end sees no difference.'],
    },
  },
  {
    claim: 'no offer may replace an offer',
    zh: {
      pattern: /`have-local-offer` 里(也)?不能(开始|发起)新的?一轮/,
      was: ['`have-local-offer` 里不能开始新一轮。'],
    },
    en: {
      pattern: /no new round can begin in `have-local-offer`/,
      was: ['no new round can begin in `have-local-offer`.'],
    },
  },
  {
    claim: 'every edit of SDP is refused',
    zh: { pattern: /改过的或过期的[^，。]{0,3}会被拒绝/, was: ['改过的或过期的都会被拒绝。'] },
    en: { pattern: /edited or stale text is refused/, was: ['edited or stale text is refused.'] },
  },
  {
    claim: 'a mid may never change',
    zh: { pattern: /媒体段的个数和 mid 都不能变/, was: ['媒体段的个数和 mid 都不能变。'] },
    en: {
      pattern: /neither lets sections or mids change/,
      was: ['but neither lets sections or mids change.'],
    },
  },
  {
    claim: 'signaling passes three things only',
    zh: { pattern: /只有三样/, was: ['一次通话里要递的东西只有三样：'] },
    en: { pattern: /only three things/, was: ['A call has only three things to pass:'] },
  },
  {
    claim: 'a device fails only because another program holds it',
    zh: { pattern: /设备被别的程序占[着用]。/, was: ['`NotReadableError`：设备被别的程序占着。'] },
    en: {
      pattern: /`NotReadableError`: another program holds the device\./,
      was: ['`NotReadableError`: another program holds the device.'],
    },
  },
  {
    claim: 'each step is an action',
    zh: {
      pattern: /13 个动作|一次只做一个动作/,
      was: ['两个浏览器用 13 个动作商量出来的。', '一次只做一个动作，走完 13 步。'],
    },
    en: {
      pattern: /13 actions|one action at a time/,
      was: [
        'something two browsers agree on, in 13 actions.',
        'Walk through the 13 steps, one action at a time.',
      ],
    },
  },
  {
    claim: 'pages of any origin hear a BroadcastChannel',
    zh: { pattern: /同一个浏览器里的两端都/, was: ['`BroadcastChannel`：同一个浏览器里的两端都听得到。'] },
    en: {
      pattern: /(?<!of one origin )hear inside one browser/,
      was: ['which both ends hear inside one browser.'],
    },
  },
  {
    claim: 'an offer commits its writer to sending',
    zh: { pattern: /承诺照这份文本收发/, was: ['浏览器承诺照这份文本收发。'] },
    en: {
      pattern: /commits itself to sending and receiving/,
      was: ['the browser commits itself to sending and receiving.'],
    },
  },
  {
    claim: 'unmute is a picture',
    zh: { pattern: /真的来了，看这个事件/, was: ['要判断画面是否真的来了，看这个事件。'] },
    en: {
      pattern: /really there, watch that event/,
      was: ['To know whether a picture is really there, watch that event.'],
    },
  },
]
