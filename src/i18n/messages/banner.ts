import { defineMessages } from '../i18n'

/** Words about the call as a whole: what its state means, and what to do. */
export const banner = defineMessages({
  graceTitle: { zh: '被叫方的 ICE 等不及了', en: 'The callee’s ICE gave up' },
  graceText: {
    zh: '第 10 步之后，这个浏览器只等 5 秒；应答还没有设置，ICE 已经失败。迟到的应答不能让它恢复，ICE 重启也只能恢复一个方向的媒体。请从头再来，换两个新的连接。',
    en: 'After step 10 this browser waits only 5 s, and the answer has not been set yet. A late answer does not revive it, and an ICE restart revives one direction of media only: start over with two fresh connections.',
  },
  unconfirmedTitle: { zh: '消息没有被确认', en: 'Not confirmed' },
  unconfirmedText: {
    zh: '发出之后询问了三次，对方都没有响应：不是消息丢了，就是对方不在。再问一次，缺的会补发；或者从头再来。',
    en: 'Asked three times what has arrived, the other end is silent: the messages are lost, or nobody is there. Ask again, and what is missing is sent again; or start over.',
  },
  askAgain: { zh: '再问一次', en: 'Ask again' },
  connectingTitle: { zh: '正在接通', en: 'Connecting' },
  connectingText: {
    zh: '不用再调用任何 API：先做 ICE 连通性检查，再做 DTLS 握手。',
    en: 'Nothing is left to call: ICE checks the candidate pairs, then DTLS shakes hands.',
  },
  repairingTitle: { zh: '正在做 ICE 重启', en: 'Restarting ICE' },
  repairingText: {
    zh: '新的凭据、新的候选，再走一轮提议/应答；会话不变。',
    en: 'New credentials, new candidates, one more offer and answer; the session stays.',
  },
  packetsTitle: { zh: '已接通', en: 'Connected' },
  packetsText: {
    zh: 'DTLS 已握手，正在等第一个媒体包。',
    en: 'DTLS has shaken hands; the first media packets are due.',
  },
  connectedTitle: { zh: '已接通', en: 'Connected' },
  connectedText: {
    zh: '两端都在收媒体包，轨道已经 unmute。',
    en: 'Both ends receive media; every track is unmuted.',
  },
  oneWayTitle: { zh: '接通了，但有一端收不到媒体', en: 'Connected, but one end receives nothing' },
  oneWayText: {
    zh: 'ICE 和 DTLS 都好了，却有轨道一直是 muted。Firefox 的被叫方 ICE 失败过之后，ICE 重启只能恢复一个方向；换两个新的连接从头再来，两个方向都通。',
    en: 'ICE and DTLS are fine, yet a track stays muted. After the callee’s ICE has failed in Firefox, an ICE restart revives one direction only; two fresh connections from the beginning do it.',
  },
  startOver: { zh: '从头再来', en: 'Start over' },
  interruptedTitle: { zh: '连接中断', en: 'Interrupted' },
  interruptedText: {
    zh: '收不到对方的包了。网络恢复会自动接上；一直不恢复就变为 failed，Chromium 约 10 秒后，Firefox 约 20 秒后。',
    en: 'Packets stopped coming. It heals by itself when they return; otherwise it turns to failed, after about 10 s in Chromium and 20 s in Firefox.',
  },
  failedTitle: { zh: '连接失败', en: 'The connection failed' },
  failedText: {
    zh: '没有可用的候选对，或 DTLS 没有握手成功。ICE 重启会重新收集候选再试。',
    en: 'No candidate pair works, or DTLS did not agree. An ICE restart gathers anew and tries again.',
  },
  lateText: {
    zh: '应答设置之前，被叫方的 ICE 就已失败：这个浏览器在第 10 步后只等 5 秒，迟到的应答不能让它恢复，ICE 重启也只能恢复一个方向的媒体。换两个新的连接从头再来，两个方向都通。',
    en: 'The callee’s ICE had failed before the answer was set: this browser waits 5 s after step 10, and a late answer does not revive it. An ICE restart revives one direction of media only; two fresh connections from the beginning bring both.',
  },
  stalledTitle: { zh: '迟迟没有接通', en: 'Nothing happens' },
  stalledText: {
    zh: '浏览器既不说成功也不说失败：多半没有可用的候选。看看 ICE 候选，再试 ICE 重启。',
    en: 'The browser says neither yes nor no: most likely there is no usable candidate. Look at ICE, then restart it.',
  },
  closedTitle: { zh: '已挂断', en: 'Hung up' },
  closedText: {
    zh: '两个连接都已 close()，摄像头和麦克风已释放。',
    en: 'Both connections are closed; camera and microphone are released.',
  },
  leftTitle: { zh: '你离开过这个页面，通话已经结束', en: 'You left this page, and the call ended' },
  leftText: {
    zh: '离开时两个连接都已 close()，摄像头和麦克风已释放。整个过程还能回看，也可以从头再来。',
    en: 'On leaving, both connections were closed and camera and microphone released. Look back at what happened, or start over.',
  },
  closedByOtherText: {
    zh: '对方经信令通知了挂断，本端随即 close()，不等连接自己断开。',
    en: 'The other end said goodbye through signaling, so this end closed at once.',
  },
  restartIce: { zh: 'ICE 重启', en: 'Restart ICE' },
})
