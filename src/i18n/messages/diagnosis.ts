import { defineMessages } from '../i18n'

/** Words around the verdicts, in reports and on the page. */
export const diagnosisWords = defineMessages({
  title: { zh: '诊断', en: 'Diagnosis' },
  healthy: { zh: '这次通话是健康的', en: 'This call is healthy' },
  undecided: {
    zh: '没有找到问题，但也没有接通的记录',
    en: 'No fault was found, but nothing shows that the call connected',
  },
  followsFrom: { zh: '这是由“{title}”引起的。', en: 'This follows from “{title}”.' },
  survived: { zh: '通话还是接通了。', en: 'The call connected nevertheless.' },
  step: { zh: '步骤', en: 'Step' },
  connection: { zh: '连接', en: 'Connection' },
  certainty: { zh: '把握', en: 'Certainty' },
  proof: { zh: '依据', en: 'Proof' },
  look: { zh: '接下来看', en: 'Look at next' },
  settles: { zh: '怎样才能确定', en: 'What would settle it' },
  mend: { zh: '怎样修好', en: 'How to mend it' },
  page: { zh: '这个问题的页面', en: 'Page about it' },
  lookAlikes: { zh: '看着像问题，其实不是', en: 'Looks like a fault, and is none' },
  advice: { zh: '还可以更好', en: 'What could be better' },
  notRecorded: { zh: '文件里没有的', en: 'What the files do not hold' },
  report: { zh: '统计 {id}', en: 'statistics {id}' },
  file: { zh: '第 {n} 个文件', en: 'file {n}' },
})

export const certaintyWords = defineMessages({
  proved: { zh: '文件已经证明', en: 'the file proves it' },
  likely: { zh: '很可能', en: 'likely' },
  open: { zh: '待定：单凭这份文件说不准', en: 'open: this file alone does not decide it' },
})

/** What would settle a verdict, by the ids in `Verdict.missing`. */
export const missingWords = defineMessages({
  'other-end': { zh: '另一端的文件', en: 'the file of the other end' },
  'wire-log': {
    zh: '信令记录（含 WebSocket 消息的 HAR）',
    en: 'a log of the wire (a HAR with WebSocket messages)',
  },
  'longer-dump': { zh: '保存得晚一些的文件', en: 'a dump that is saved later' },
  stats: { zh: '统计数据', en: 'statistics' },
  candidates: { zh: '带候选的文件', en: 'a dump with candidates' },
  descriptions: { zh: '带 SDP 的文件', en: 'a dump with descriptions' },
  'page-code': { zh: '页面的代码', en: 'the code of the page' },
  'relay-test': {
    zh: '用 `iceTransportPolicy: "relay"` 再试一次',
    en: 'another try with `iceTransportPolicy: "relay"`',
  },
  'whole-dump': { zh: '整个通话的文件，而不只是错误文字', en: 'a dump of the call, not only the error text' },
})

export const lookAlikeWords = defineMessages({
  'stun-701': {
    zh: '701：某块网卡（常是 IPv6 或 VPN）没有得到 STUN 响应，另一块得到了。',
    en: '701: one interface, often IPv6 or a VPN, got no answer of STUN; another one did.',
  },
  'turn-401-first': {
    zh: '401 之后得到了中继候选：第一次请求不带凭据，服务器总会先回 401。',
    en: 'A 401, and then a relay candidate: the first request has no credentials, so a server always answers 401 once.',
  },
  'disconnected-healed': {
    zh: '`disconnected` 之后自己恢复了。',
    en: '`disconnected`, and it healed by itself.',
  },
  'failed-healed': { zh: '`failed` 之后又接通了。', en: '`failed`, and then connected again.' },
  'pairs-failed': {
    zh: '有些候选对失败了：ICE 每一对都试，只要有一对通就行。',
    en: 'Some candidate pairs failed: ICE tries them all and needs one.',
  },
  'name-candidate': {
    zh: '候选的地址是一个域名：浏览器会去解析它。',
    en: 'The address of a candidate is a domain name: browsers resolve it.',
  },
  'ice-stuck-disconnected': {
    zh: 'ICE 停在 `disconnected`，连接是 `failed`：Chromium 不会把 ICE 的状态设成 `failed`。',
    en: 'ICE stays `disconnected` while the connection is `failed`: Chromium never sets ICE to `failed`.',
  },
  'capture-retried': {
    zh: '采集失败过，换个要求再试就成功了。',
    en: 'A capture failed, and the next attempt succeeded.',
  },
  'share-cancelled': { zh: '用户取消了屏幕共享。', en: 'The person cancelled the sharing of the screen.' },
  'share-ended': { zh: '用户停止了屏幕共享。', en: 'The person stopped sharing the screen.' },
  'candidate-of-ignored-offer': {
    zh: '被拒绝的候选属于一份被忽略的提议：完美协商本来如此。',
    en: 'Refused candidates belong to an offer that was ignored: perfect negotiation does that.',
  },
  'other-end-closed': {
    zh: '断线是因为另一端关闭了，不是网络的问题。',
    en: 'The connection was lost because the other end closed, not because of the network.',
  },
  'probing-connection': {
    zh: '有一条连接只用来查看浏览器的能力，随后就关闭了。',
    en: 'A connection was made only to see what the browser can do, and closed.',
  },
})

export const adviceWords = defineMessages({
  'no-turn': {
    zh: '没有配置 TURN 服务器：这次能直连，换成别的网络可能不行。',
    en: 'No TURN server is configured: this call found a direct way, and from other networks it may not.',
  },
  'relay-over-tcp': {
    zh: '媒体经 {protocol} 上的中继走：UDP 多半被挡，延迟会高一些。',
    en: 'Media goes over a relay by {protocol}: UDP is probably blocked, and the delay is higher.',
  },
  'slow-setup': {
    zh: '从第一份描述到接通用了 {seconds} 秒。',
    en: 'From the first description to the connection it took {seconds} seconds.',
  },
  'slow-gathering': {
    zh: '收集候选用了 {seconds} 秒：有服务器没有响应。用渐进式就不必等它。',
    en: 'Gathering took {seconds} seconds: a server does not answer. With trickle nobody waits for it.',
  },
  'candidates-lost': {
    zh: '有 {count} 个候选被拒绝。',
    en: '{count} {count|candidate was|candidates were} refused.',
  },
  'stale-candidates': {
    zh: '有 {count} 个候选是 ICE 重启之前的（ufrag 已经换了），加了也没用。',
    en: '{count} {count|candidate is|candidates are} of the time before an ICE restart: the ufrag has changed, so they are of no use.',
  },
  'sends-silence': {
    zh: '麦克风的音量一直是 0：可能静音了，或选错了设备。对方听不到声音。',
    en: 'The level of the microphone is always 0: it is muted, or another device was chosen. The other end hears nothing.',
  },
  'negotiation-pending': {
    zh: '`negotiationneeded` 触发后没有处理。',
    en: 'A `negotiationneeded` event was not handled.',
  },
  'simulcast-refused': {
    zh: '提议了联播，应答没有接受：只发送列在第一个的那一档。',
    en: 'Simulcast was offered and not accepted: only the layer that is listed first is sent.',
  },
  'one-way': {
    zh: '媒体只往一个方向走（应答：{direction}）。',
    en: 'Media goes one way (the answer says {direction}).',
  },
  'some-loss': { zh: '丢包 {percent}%。', en: '{percent} % of the packets were lost.' },
  limited: {
    zh: '{percent}% 的时间发送受 {reason} 限制。',
    en: 'Sending was limited by {reason} for {percent} % of the time.',
  },
  'long-way': { zh: '往返时间 {ms} 毫秒。', en: 'The round-trip time is {ms} milliseconds.' },
})

/** What a file does not hold, so that its absence proves nothing. */
export const notRecordedWords = defineMessages({
  calls: { zh: '对 API 的调用', en: 'the calls of the API' },
  states: { zh: '状态的变化', en: 'the changes of states' },
  descriptions: { zh: 'SDP', en: 'the descriptions' },
  candidates: { zh: '候选', en: 'the candidates' },
  capture: { zh: '摄像头和麦克风的采集', en: 'capturing' },
  stats: { zh: '统计', en: 'statistics' },
  wire: { zh: '信令：消息有没有发出、到达', en: 'signaling: whether messages were sent and arrived' },
  playback: { zh: '画面有没有真正显示', en: 'whether a picture was shown' },
  'other-end': { zh: '连接 {id} 的另一端', en: 'the other end of connection {id}' },
  'blank-descriptions': {
    zh: '连接 {id} 的 SDP（文件把它留空了）',
    en: 'the descriptions of connection {id} (the file blanks them)',
  },
})

/** How far a step came, by the file. */
export const reachWords = defineMessages({
  done: { zh: '完成', en: 'done' },
  failed: { zh: '失败', en: 'failed' },
  inferred: { zh: '推断已完成', en: 'inferred' },
  skipped: { zh: '跳过了', en: 'skipped' },
  'not-reached': { zh: '没有走到', en: 'not reached' },
  'not-recorded': { zh: '没有记录', en: 'not recorded' },
})

/** Why a file gives no dump, with the way out. */
export const dumpProblemWords = defineMessages({
  empty: { zh: '文件是空的。重新保存一次。', en: 'The file is empty. Save it again.' },
  unknown: {
    zh: '认不出这是什么。能读的有：chrome://webrtc-internals 的转储、RTCStatsDump、Firefox 的 about:webrtc、HAR、SDP。',
    en: 'This is of no known kind. What can be read: dumps of chrome://webrtc-internals, RTCStatsDump, Firefox’s about:webrtc, HAR, SDP.',
  },
  'cut-off': {
    zh: '文件不完整，中间断了。重新下载或保存一次。',
    en: 'The file is cut off. Download or save it again.',
  },
  'too-large': {
    zh: '文件太大。缩短通话，再保存一次。',
    en: 'The file is too large. Make a shorter call, and save again.',
  },
  'no-connections': {
    zh: '文件里没有连接：页面一关，它的连接就会从转储里消失。通话还开着的时候再保存。',
    en: 'The file has no connection: when a page is closed, its connections disappear from the dump. Save it while the call is open.',
  },
  'no-signals': {
    zh: 'HAR 里的消息没有 SDP，也没有候选。要在页面打开之前先打开 DevTools，再用 Chromium 保存；信令若是别的编码，或者走别的通道，HAR 里就看不到。',
    en: 'No message in the HAR has an SDP or a candidate. Open DevTools before the page, and save with Chromium. Signaling in another encoding, or over another channel, is not visible in a HAR.',
  },
  binary: { zh: '这是二进制文件，不是转储。', en: 'This is a binary file, not a dump.' },
  archive: {
    zh: '这是压缩包（如 zip）。先解压，再选里面的文件；只有 gzip 可以直接打开。',
    en: 'This is an archive, such as a zip file. Unpack it, and choose the file inside. Only gzip is opened directly.',
  },
  'damaged-gzip': {
    zh: '压缩包损坏，解不开。重新下载。',
    en: 'The gzip file is damaged. Download it again.',
  },
  unreadable: {
    zh: '这个文件打不开，或者内存不够。重新选择它；太大的话，缩短通话再保存。',
    en: 'The file cannot be opened, or the memory is not enough. Choose it again; if it is large, make a shorter call and save again.',
  },
})

/** Words of the command line. */
export const commandWords = defineMessages({
  usage: {
    zh: '用法：handshake-diagnose 文件… [--json] [--markdown] [--lang zh|en]\n\n- 表示从标准输入读取；一次通话的两个文件一起给，两端会配成一对。\n退出码：0 健康；1 有问题；2 读不了。',
    en: 'Usage: handshake-diagnose FILE… [--json] [--markdown] [--lang zh|en]\n\n- reads standard input. Give both files of a call together, and its ends are paired.\nExit code: 0 healthy; 1 a fault; 2 unreadable.',
  },
  unreadable: { zh: '{name}：{reason}', en: '{name}: {reason}' },
  missing: { zh: '{name}：打不开这个文件。', en: '{name}: this file cannot be opened.' },
  option: { zh: '不认识的选项：{name}', en: 'Unknown option: {name}' },
})

/** Words of the comparison with another call. */
export const compareWords = defineMessages({
  same: { zh: '两次通话的每一步都一样。', en: 'Both calls took every step alike.' },
  leaves: {
    zh: '从“{step}”起分开：这一次是{own}，另一次是{other}。',
    en: 'They part at “{step}”: this one is {own}, the other one {other}.',
  },
})
