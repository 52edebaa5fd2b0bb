import { defineMessages } from '../i18n'

/** Words of the evidence: the strip, the tabs and what stands in them. Code stands between backticks. */
export const evidence = defineMessages({
  title: { zh: '证据', en: 'Evidence' },
  sdp: { zh: 'SDP', en: 'SDP' },
  ice: { zh: 'ICE 候选', en: 'ICE' },
  wire: { zh: '信令', en: 'Wire' },
  timeline: { zh: '时间线', en: 'Timeline' },
  machine: { zh: '状态机', en: 'Machine' },
  stats: { zh: '统计', en: 'Stats' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  notTold: { zh: '浏览器未提供', en: 'the browser does not tell' },

  stripEmpty: {
    zh: '运行第 1 步后，这里显示执行的那一行代码、耗时和触发的事件。',
    en: 'Run step 1 and this strip shows the line of code that ran, how long it took and which events it fired.',
  },
  calledNothing: { zh: '没有调用任何 API', en: 'nothing was called' },
  running: { zh: '进行中', en: 'running' },
  failed: { zh: '失败', en: 'failed' },
})

/** Words of the SDP tab. */
export const sdpWords = defineMessages({
  end: { zh: '哪一端', en: 'End' },
  slot: { zh: '哪个槽位', en: 'Slot' },
  lines: { zh: '{end} {slot} 的 SDP，逐行', en: 'SDP of {end} {slot}, line by line' },
  session: { zh: '会话级', en: 'Session' },
  section: { zh: '媒体段 {media} · mid {mid}', en: 'Section {media} · mid {mid}' },
  isNew: { zh: '新增行', en: 'new line' },
  chooseLine: {
    zh: '选一行，或指着一行，看它说了什么、为什么在这里。',
    en: 'Choose a line, or point at one, to read what it says and why it is here.',
  },
  unknown: {
    zh: '本工具没有这一行的说明。SDP 靠新增属性扩展，不认识的属性必须忽略。',
    en: 'This tool has no note on this line. SDP grows by new attributes, and unknown ones must be ignored.',
  },
  added: { zh: '新增 {n} 行', en: '{n} new lines' },
  compare: { zh: '比较', en: 'Compare' },
  read: { zh: '逐行读', en: 'Read' },
  emptySlot: {
    zh: '这个槽位是空的。第 {n} 步会填入一份描述。',
    en: 'This slot is empty. Step {n} puts a description into it.',
  },
  passedSlot: {
    zh: '这个槽位现在是空的：协商一结束，待定描述就移到 current 槽位。',
    en: 'This slot is empty now: once agreed, a pending description moves to its current slot.',
  },
})

/** Words of the ICE tab. */
export const iceWords = defineMessages({
  table: { zh: '双方的 ICE 候选', en: 'ICE candidates of both ends' },
  type: { zh: '类型', en: 'Type' },
  address: { zh: '地址与端口', en: 'Address and port' },
  protocol: { zh: '传输', en: 'Transport' },
  priority: { zh: '优先级', en: 'Priority' },
  foundation: { zh: '候选基础', en: 'Foundation' },
  state: { zh: '进展', en: 'Progress' },
  host: { zh: '主机候选', en: 'host' },
  srflx: { zh: '服务器反射候选', en: 'server-reflexive' },
  prflx: { zh: '对端反射候选', en: 'peer-reflexive' },
  relay: { zh: '中继候选', en: 'relay' },
  held: { zh: '待发送', en: 'held' },
  sent: { zh: '已发送', en: 'sent' },
  described: { zh: '写在描述里', en: 'in the description' },
  queued: { zh: '已到，排队', en: 'arrived, queued' },
  adding: { zh: '正在添加', en: 'adding' },
  added: { zh: '已添加', en: 'added' },
  refused: { zh: '被拒绝', en: 'refused' },
  notStarted: { zh: '第 {n} 步之后开始', en: 'starts with step {n}' },
  formula: {
    zh: '优先级 = 2²⁴ × 类型偏好 + 2⁸ × 本地偏好 + (256 − 组件)；第二行依次是这三个数（RFC 8445 §5.1.2.1）。',
    en: 'Priority = 2²⁴ × type preference + 2⁸ × local preference + (256 − component); the second line gives the three numbers (RFC 8445 §5.1.2.1).',
  },
  hidden: {
    zh: '`.local` 是藏起来的主机地址：页面没有摄像头权限时浏览器这样保护隐私，同一局域网内仍能解析。',
    en: 'A `.local` name hides a host address: without camera permission the browser protects privacy this way. On the same network it still resolves.',
  },
  none: {
    zh: '一个候选也没有。本机可能只有回环接口，或者只许用中继却没有可用的 TURN 服务器；这样的连接不会建立，浏览器也不报错。',
    en: 'Not a single candidate. This machine may have no network interface but loopback, or only relays are allowed and no TURN server answers. The connection will not come up, and the browser reports no error.',
  },
  empty: {
    zh: '`setLocalDescription()`（第 {n} 步）一完成，浏览器就自行开始收集候选，候选会列在这里。',
    en: 'As soon as `setLocalDescription()` (step {n}) has resolved, the browser starts gathering by itself, and candidates are listed here.',
  },
})

/** Words of the wire tab. */
export const wireWords = defineMessages({
  list: { zh: '信令消息', en: 'Signaling messages' },
  count: { zh: '{n} 条消息', en: '{n} messages' },
  refusedCount: { zh: '拒绝 {n} 条', en: '{n} refused' },
  onTheWay: { zh: '未到', en: 'not arrived' },
  control: { zh: '控制', en: 'control' },
  delivered: { zh: '已送达', en: 'delivered' },
  duplicate: { zh: '重复，丢弃', en: 'duplicate, dropped' },
  'out-of-order': { zh: '乱序，丢弃待重发', en: 'out of order, dropped' },
  refused: { zh: '被拒绝', en: 'refused' },
  unreadable: { zh: '无法解读的消息', en: 'a message that could not be read' },
  empty: {
    zh: '还没有消息。第 {n} 步发出提议，它会出现在这里。',
    en: 'No messages yet. Step {n} sends the offer, and it appears here.',
  },
  controlNote: {
    zh: '`hello` 用来报到和对账：BroadcastChannel 不缓存消息，先来的一端要让后来的一端知道自己在。',
    en: '`hello` says "I am here" and what has arrived: a BroadcastChannel keeps nothing for those who come later.',
  },
})

/** Words of the timeline tab. */
export const timelineWords = defineMessages({
  list: { zh: '通话的时间线', en: 'Timeline of the call' },
  time: { zh: '时间', en: 'Time' },
  call: { zh: '调用', en: 'call' },
  done: { zh: '完成', en: 'done' },
  failed: { zh: '失败', en: 'failed' },
  event: { zh: '事件', en: 'event' },
  change: { zh: '变化', en: 'change' },
  sent: { zh: '发出', en: 'sent' },
  arrived: { zh: '收到', en: 'received' },
  refused: { zh: '拒绝', en: 'refused' },
  timer: { zh: '定时', en: 'timer' },
  earlier: { zh: '显示更早的 {n} 条', en: 'Show {n} earlier rows' },
  newest: { zh: '回到最新', en: 'Jump to newest' },
  empty: {
    zh: '还没有发生什么。第 {n} 步起，每次调用、每个事件和每条消息都按时间记在这里。',
    en: 'Nothing has happened yet. From step {n} on, every call, event and message is listed here by time.',
  },
})

/** Words of the machine tab. */
export const machineWords = defineMessages({
  active: { zh: '当前状态', en: 'active' },
  done: { zh: '已完成', en: 'done' },
  takes: { zh: '此刻能接受', en: 'Can take now' },
  anytime: { zh: '任何时候', en: 'At any time' },
  stays: { zh: '状态不变', en: 'stays' },
  note: {
    zh: '两端各有一台状态机，互不相见，只靠信令知道对方。',
    en: 'Each end has a machine of its own; they know each other through signaling only.',
  },
})

/** Words of the statistics tab. */
export const statsWords = defineMessages({
  table: { zh: '双方的连接统计，每秒更新', en: 'Connection statistics of both ends, once a second' },
  name: { zh: '项目', en: 'Value' },
  bitrateIn: { zh: '接收码率', en: 'Bitrate in' },
  bitrateOut: { zh: '发送码率', en: 'Bitrate out' },
  roundTripTime: { zh: '往返时延', en: 'Round-trip time' },
  jitter: { zh: '抖动', en: 'Jitter' },
  packetsLost: { zh: '丢包', en: 'Packets lost' },
  framesPerSecond: { zh: '帧率', en: 'Frames per second' },
  framesDecoded: { zh: '已解码帧', en: 'Frames decoded' },
  codecs: { zh: '编解码器', en: 'Codecs' },
  pair: { zh: '选定的候选对', en: 'Selected candidate pair' },
  dtlsState: { zh: 'DTLS 状态', en: 'DTLS state' },
  tlsVersion: { zh: 'DTLS 版本', en: 'DTLS version' },
  srtpCipher: { zh: 'SRTP 加密套件', en: 'SRTP cipher' },
  live: { zh: '`getStats()` 的实时读数，每秒一次。', en: 'Live readings of `getStats()`, once a second.' },
  empty: {
    zh: '还没有连接。第 {n} 步创建连接后，这里每秒读一次 `getStats()`；第 13 步连通后数字开始变化。',
    en: 'There is no connection yet. Step {n} creates one, then `getStats()` is read here once a second; numbers move when step 13 has connected the call.',
  },
  closed: {
    zh: '连接已关闭，没有可读的统计。重新开始后再看。',
    en: 'The connection is closed and has nothing left to tell. Restart to see statistics again.',
  },
})
