import type { CardKind } from '../../errors/cardKinds'
import { defineMessages } from '../i18n'
import type { Message } from '../i18n'
import { common } from './common'

/** What went wrong, in a few words, by kind of problem. */
export const problemTitles = defineMessages({
  denied: { zh: '浏览器没有给摄像头和麦克风的权限', en: 'Camera and microphone were refused' },
  'no-device': { zh: '没有找到摄像头或麦克风', en: 'No camera or no microphone was found' },
  busy: { zh: '设备打不开，多半正被占用', en: 'The device would not start: it is probably in use' },
  constraint: { zh: '没有设备满足约束', en: 'No device meets the constraint' },
  aborted: { zh: '设备打开后又停了', en: 'The device was opened, then stopped' },
  forbidden: { zh: '这个页面被禁止采集', en: 'This page is forbidden to capture' },
  insecure: { zh: '这个页面不是安全上下文', en: 'This page is not a secure context' },
  'no-webrtc': { zh: '这个浏览器没有 RTCPeerConnection', en: 'This browser has no RTCPeerConnection' },
  'no-kinds': { zh: '没有说要音频还是视频', en: 'Neither audio nor video was asked for' },
  argument: { zh: '参数不对', en: 'An argument is wrong' },
  'ice-url': { zh: 'ICE 服务器的 URL 写错了', en: 'The URL of an ICE server is wrong' },
  'turn-login': { zh: 'TURN 服务器缺少用户名或密码', en: 'A TURN server lacks its user name or password' },
  stuns: { zh: '这个浏览器不支持 stuns', en: 'This browser does not support stuns' },
  'not-supported': { zh: '这个浏览器不支持', en: 'This browser does not support it' },
  'too-many': { zh: '打开过的连接太多了', en: 'Too many connections have been opened' },
  'wire-closed': { zh: '信令通道已经关闭', en: 'The signaling channel is closed' },
  closed: { zh: '连接已经关闭', en: 'The connection is closed' },
  'no-remote': { zh: '还没有远端描述', en: 'There is no remote description yet' },
  'wrong-state': {
    zh: '顺序不对：当前状态不允许这个调用',
    en: 'Out of order: the state does not allow this call',
  },
  'changed-sdp': { zh: 'SDP 与创建时的不一致', en: 'The SDP is not the one that was created' },
  'track-twice': { zh: '这条轨道已经添加过了', en: 'This track has been added already' },
  'incomplete-sdp': { zh: 'SDP 缺少必需的行', en: 'The SDP lacks a line it must have' },
  sections: { zh: '媒体段对不上', en: 'The media sections do not match' },
  'bundle-clash': { zh: 'BUNDLE 里的编号冲突', en: 'Two meanings for one number in a BUNDLE' },
  'invalid-access': { zh: '参数与连接的现状不符', en: 'The argument does not fit the connection' },
  'bad-sdp': { zh: 'SDP 无法解析', en: 'The SDP cannot be parsed' },
  candidate: { zh: '候选没有被接受', en: 'The candidate was not accepted' },
  operation: { zh: '浏览器没能完成这个操作', en: 'The browser could not carry it out' },
  clone: { zh: '这个对象不能作为消息发送', en: 'This object cannot be sent as a message' },
  channel: { zh: '数据通道还没有打开', en: 'The data channel is not open' },
  'too-large': { zh: '消息太大', en: 'The message is too large' },
  autoplay: { zh: '浏览器不让自动播放', en: 'The browser refuses to play by itself' },
  unknown: { zh: '浏览器报告了一个错误', en: 'The browser reported an error' },
}) satisfies Record<CardKind, Message>

/** The meaning of each problem. `{constraint}` is the one that could not be met. */
export const problemMeanings = defineMessages({
  denied: {
    zh: '你、浏览器或操作系统拒绝了这次采集。这是浏览器对你的保护；没有权限，`getUserMedia()` 拿不到轨道。',
    en: 'You, the browser or the operating system said no. Without permission `getUserMedia()` gives no tracks.',
  },
  'no-device': {
    zh: '`getUserMedia()` 同时要了音频和视频，缺一种设备就整体失败，不会只给一半。',
    en: '`getUserMedia()` asked for audio and video at once: if either device is missing, both fail.',
  },
  busy: {
    zh: '权限没有问题，但设备没能启动：多半是别的程序或标签页正在使用它，也可能是驱动或硬件故障。',
    en: 'Permission was given, but the device did not start: another program or tab may hold it, or it is faulty.',
  },
  constraint: {
    zh: '`{constraint}` 的要求太严，没有一台设备做得到。放宽它，或用 `ideal` 代替 `exact`。',
    en: 'No device can do what `{constraint}` demands. Loosen it, or ask with `ideal` instead of `exact`.',
  },
  aborted: {
    zh: '权限和设备都有，但浏览器中途停止了采集，没有给出更具体的原因。',
    en: 'Permission and device were there, but the browser stopped the capture and gives no closer reason.',
  },
  forbidden: {
    zh: '浏览器的设置或页面的 `Permissions-Policy` 关掉了采集，所以连询问都没有。',
    en: 'A browser setting or the page’s `Permissions-Policy` has switched capture off, so nobody was asked.',
  },
  insecure: {
    zh: '只有 https 和 localhost 的页面才有 `navigator.mediaDevices`，这里它是 `undefined`。`RTCPeerConnection` 不受影响，用测试图案可以走完全程。',
    en: '`navigator.mediaDevices` exists on https and localhost pages only; here it is `undefined`. `RTCPeerConnection` works all the same, so a test pattern gets you through.',
  },
  'no-webrtc': {
    zh: '它被关掉了，或从来没有：创建不了连接，后面的步骤在这里都走不了。课文照样能读，录下来的真实通话也能逐步重看。',
    en: 'It has been switched off, or was never built in: no connection can be made, and the steps end here. The lessons can be read, and recordings of real calls stepped through.',
  },
  'no-kinds': {
    zh: '`getUserMedia()` 的参数里，音频和视频至少要有一项。',
    en: '`getUserMedia()` must be asked for audio, for video, or for both.',
  },
  argument: {
    zh: '浏览器拒绝的是参数本身：少了字段、类型不对，或读取了不存在的对象。连接的状态没有变。',
    en: 'The argument itself was refused: a missing field, a wrong type, or an object that is not there. The connection has not changed.',
  },
  'ice-url': {
    zh: '`new RTCPeerConnection()` 会先检查每个 ICE 服务器的 URL，有一个不合语法就不创建连接。',
    en: '`new RTCPeerConnection()` reads the URL of each ICE server first: one that breaks the grammar, and no connection is made.',
  },
  'turn-login': {
    zh: 'TURN 服务器替人转发流量，所以一定要登录：`username` 和 `credential` 缺一不可。',
    en: 'A TURN server carries other people’s traffic, so it wants a login: both `username` and `credential`.',
  },
  stuns: {
    zh: '规范里有 `stuns:`（TLS 上的 STUN），但 Firefox 没有实现。换成 `stun:` 即可。',
    en: 'The standard has `stuns:` (STUN over TLS), but Firefox has not. Use `stun:` instead.',
  },
  'not-supported': {
    zh: '规范里有这个功能，但这个浏览器没有实现它。',
    en: 'The standard has this, but this browser has not built it.',
  },
  'too-many': {
    zh: 'Chromium 每个渲染进程最多 500 个 `RTCPeerConnection`，已关闭但还没有被垃圾回收的也算在内。',
    en: 'Chromium allows a renderer process 500 `RTCPeerConnection` objects, and counts closed ones until they are garbage-collected.',
  },
  'wire-closed': {
    zh: '`BroadcastChannel` 一旦 `close()`，就再也发不出消息。`RTCPeerConnection` 本身没有坏，但描述送不过去，对方只能一直等。重新开始会打开新的通道。',
    en: 'A `BroadcastChannel` that has been closed sends nothing more. The `RTCPeerConnection` is unharmed, but its description cannot cross, and the other end would wait for ever. Starting the call again opens a new channel.',
  },
  closed: {
    zh: '`close()` 之后不能再调用任何协商方法，也无法重新打开。要继续只能创建新的连接。',
    en: 'After `close()` no method of negotiation may be called, and nothing reopens it. Going on takes a new connection.',
  },
  'no-remote': {
    zh: '候选属于某个远端描述。先调用 `setRemoteDescription()`，再调用 `addIceCandidate()`；早到的候选要排队。',
    en: 'A candidate belongs to a remote description. Call `setRemoteDescription()` first, and queue what comes before it.',
  },
  'wrong-state': {
    zh: '这个调用来得太早或太晚。提议和应答必须交替进行：看看两端的 `signalingState`，它决定接下来能调用什么。',
    en: 'The call came too early or too late. Offer and answer take turns: `signalingState` decides what may come next.',
  },
  'changed-sdp': {
    zh: '`setLocalDescription()` 要的是浏览器最近创建、没有改动过的 SDP。有些改动浏览器会放过，这份不行：多半是混用了两份草稿，或增减了媒体段、改了 `mid`。',
    en: '`setLocalDescription()` expects the SDP that the browser created last, unchanged. It overlooks some edits, but not this one: most likely two drafts were mixed, or sections or a `mid` were changed.',
  },
  'track-twice': {
    zh: '同一条轨道在一个连接里只能 `addTrack()` 一次；要换轨道请用 `replaceTrack()`。',
    en: 'A track can be given to `addTrack()` once per connection; to exchange it use `replaceTrack()`.',
  },
  'incomplete-sdp': {
    zh: 'WebRTC 的 SDP 必须带有证书指纹、ICE 的用户名片段和口令、`a=rtcp-mux`，应答里的 `a=setup` 必须选定一方。',
    en: 'SDP for WebRTC must carry a fingerprint, ICE ufrag and pwd, and `a=rtcp-mux`; an answer must choose in `a=setup`.',
  },
  sections: {
    zh: '应答必须与提议逐段对应：`m=` 段的数量、顺序和种类都要相同。',
    en: 'An answer mirrors its offer: as many `m=` sections, in the same order, of the same kinds.',
  },
  'bundle-clash': {
    zh: '共用一条传输通道的媒体段，头扩展和负载类型的编号也是共用的。浏览器自己的草稿和对方的提议对同一个编号有不同的用法。',
    en: 'Sections that share a transport share the numbers of header extensions and payload types. The browser’s own draft and the other’s offer use one number for two things.',
  },
  'invalid-access': {
    zh: '参数本身没有写错，但与这个连接现有的内容对不上。',
    en: 'The argument is well-formed, but does not fit what this connection holds.',
  },
  'bad-sdp': {
    zh: '有一行不合 SDP 的语法，浏览器整份拒绝。粘贴时丢掉的换行也算：最后一行要以 CRLF 结尾。',
    en: 'One line breaks the grammar of SDP, so all of it is refused. A line end lost in pasting counts: the last line needs its CRLF.',
  },
  candidate: {
    zh: '候选的文本无法解析，或者它的 `sdpMid`、用户名片段不属于当前的远端描述。',
    en: 'Its text cannot be parsed, or its `sdpMid` or username fragment is not of the current remote description.',
  },
  operation: {
    zh: '调用是合法的，但浏览器内部没能执行。上面的原文是唯一的线索。',
    en: 'The call was legal, but the browser could not carry it out. The text above is the only clue it gives.',
  },
  clone: {
    zh: '`RTCSessionDescription` 和 `RTCIceCandidate` 对象不能直接 `postMessage()`，要先 `toJSON()`。',
    en: '`RTCSessionDescription` and `RTCIceCandidate` objects cannot go through `postMessage()`: send their `toJSON()`.',
  },
  channel: {
    zh: '`send()` 要等 `readyState` 变成 `open`，而且在关闭之后不能再用。浏览器不会替你排队。',
    en: '`send()` waits for `readyState` to be `open`, and is over once it is closed. The browser queues nothing.',
  },
  'too-large': {
    zh: '单条消息不能超过对方的 `a=max-message-size`。把它切成小块，分几次发送。',
    en: 'One message must not exceed the other end’s `a=max-message-size`. Cut it into pieces.',
  },
  autoplay: {
    zh: '带声音的媒体要等用户操作过页面才能播放。先静音播放，或者在一次点击里调用 `play()`。',
    en: 'Media with sound play only after the user has acted on the page. Play them muted, or call `play()` in a click.',
  },
  unknown: {
    zh: '这个错误这里还没有解释。上面是浏览器给出的原文，可以重试，也可以重新开始一次通话。',
    en: 'There is no explanation for this one here. Above is what the browser said; retry, or start the call again.',
  },
}) satisfies Record<CardKind, Message>

/** What the learner can do outside the page. */
export const problemHints = defineMessages({
  'allow-chromium': {
    zh: 'Chrome、Edge：点地址栏左侧的图标，把“摄像头”和“麦克风”改为“允许”，再重试。',
    en: 'Chrome, Edge: click the icon left of the address, set Camera and Microphone to “Allow”, then retry.',
  },
  'allow-firefox': {
    zh: 'Firefox：点地址栏里的摄像头图标，清除“暂时阻止”或“已阻止”，再重试。',
    en: 'Firefox: click the camera icon in the address bar, clear “Blocked Temporarily” or “Blocked”, then retry.',
  },
  'allow-system': {
    zh: '仍被拒绝：到系统的隐私设置里，允许浏览器使用摄像头和麦克风。',
    en: 'Still refused: let the browser use camera and microphone in the privacy settings of your system.',
  },
  'plug-in': {
    zh: '接上摄像头和麦克风，确认系统能看到它们，再重试。',
    en: 'Plug in a camera and a microphone, make sure your system sees them, then retry.',
  },
  'free-device': {
    zh: '关掉正在用摄像头或麦克风的程序和标签页，再重试。',
    en: 'Close programs and tabs that use the camera or the microphone, then retry.',
  },
  'open-secure': {
    zh: '想用摄像头：改用 `https://` 地址，或在本机用 `http://localhost` 打开这个页面。',
    en: 'To use the camera: open this page by `https://`, or on this machine by `http://localhost`.',
  },
  wait: {
    zh: '等半分钟，让浏览器回收旧连接，再重试；或在新标签页里打开。',
    en: 'Wait half a minute while the browser collects the old ones, then retry; or open a new tab.',
  },
})

/** Labels of the card. */
export const problems = defineMessages({
  retry: { zh: '重试', en: 'Retry' },
  'see-recordings': { zh: '看录制', en: 'See the recordings' },
  'test-pattern': { zh: '改用测试图案继续', en: 'Go on with a test pattern' },
  'ice-servers': { zh: '修改 ICE 服务器', en: 'Change the ICE servers' },
  restart: common.startAgain,
  reload: { zh: '重新加载页面', en: 'Reload the page' },
  refusedTitle: {
    zh: '{count} 个候选被 `addIceCandidate()` 拒绝，通话用其余的继续',
    en: '`addIceCandidate()` refused {count} of the candidates; the call goes on with the others',
  },
  endedTitle: { zh: '采集中断：{kinds}', en: 'Capture has ended: {kinds}' },
  endedMeaning: {
    zh: '设备被拔出，或权限被收回，轨道触发了 `ended` 事件。它不会恢复：对方看到的画面停住或变黑。重新开始通话，再采集一次。',
    en: 'The device was unplugged or its permission taken back, and the track fired `ended`. It does not come back: the other end sees a still or black picture. Start the call again to capture again.',
  },
  wireLostTitle: {
    zh: '信令通道已经关闭，有消息没能送出',
    en: 'The signaling channel is closed: messages were not sent',
  },
  wireLostMeaning: {
    zh: '本端的 `BroadcastChannel` 被关闭了，候选和挂断通知都送不到对方。已经送到的仍然有效，也许还能接通；不行就重新开始通话，那会打开新的通道。',
    en: 'The `BroadcastChannel` of this end was closed, so neither candidates nor a goodbye reach the other end. What has crossed still counts, and the call may yet connect; if not, start it again with a new channel.',
  },
  page: { zh: '原因和解法', en: 'Causes and the way out' },
  audio: { zh: '音频', en: 'audio' },
  video: { zh: '视频', en: 'video' },
})
