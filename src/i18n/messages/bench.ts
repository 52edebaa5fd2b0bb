import { defineMessages } from '../i18n'

/** Words of the bench: two ends whose operations the learner runs, and the signaling server between them. */
export const bench = defineMessages({
  title: { zh: '实验台', en: 'The bench' },
  intro: {
    zh: '两端的每个操作随时可以执行，两端之间的信令服务器由你来当。执行前看规范的预期，执行后看浏览器的原话。',
    en: 'Every operation of both ends, in any order; you are the signaling server between them. First what the specification expects, then what the browser said.',
  },
  description: {
    zh: '随意执行 RTCPeerConnection 的每个操作，自己当信令服务器：扣留、丢弃、重发、改写消息，看浏览器怎么回应。',
    en: 'Run any operation of RTCPeerConnection in any order and be the signaling server: hold, drop, repeat and edit messages, and see what the browser says.',
  },
  loading: { zh: '正在准备实验台…', en: 'Preparing the bench…' },
  label: { zh: '两端与信令服务器', en: 'Both ends and the signaling server' },
  marks: { zh: '{n} 个操作，{allowed} 个允许', en: '{n} {n|operation|operations}, {allowed} allowed' },
  noConnection: { zh: '还没有连接', en: 'no connection yet' },
  held: { zh: 'ICE 靠占位候选等待', en: 'ICE held by the placeholder' },
  states: { zh: '状态', en: 'States' },
  arguments: { zh: '参数', en: 'Arguments' },
  badJson: { zh: '这不是 JSON：{why}', en: 'This is not JSON: {why}' },
  incomplete: { zh: '还缺一个参数', en: 'an argument is missing' },
  looking: {
    zh: '正在回看，操作停用。回到现在再继续。',
    en: 'You are looking back, so nothing runs. Return to now to go on.',
  },
  elsewhere: {
    zh: '这一端和它的信令服务器在另一个标签页里，这里只能看：显示的来自它共享的日志。',
    en: 'Another tab plays this end and its side of the server. Here you only look: it is shown from the log that tab shares.',
  },
  startAgain: { zh: '重新开始', en: 'Start again' },
  save: { zh: '保存录制', en: 'Save a recording' },
  controls: { zh: '实验台的控制', en: 'Controls of the bench' },
  moment: { zh: '第 {n} / {all} 个时刻', en: 'Moment {n} of {all}' },
  nothingRan: { zh: '还没有执行过任何操作。', en: 'No operation has run yet.' },
  parts: { zh: '显示哪一部分', en: 'Which part to show' },
  bench: { zh: '实验台', en: 'Bench' },
  evidence: { zh: '证据', en: 'Evidence' },
  unfold: { zh: '显示这一端的操作', en: 'Show its operations' },
  whichEnd: { zh: '显示哪一端', en: 'Which end to show' },
})

/** The names of the groups of operations. */
export const groupNames = defineMessages({
  media: { zh: '连接与媒体', en: 'Connection and media' },
  description: { zh: '描述', en: 'Description' },
  candidates: { zh: '候选', en: 'Candidates' },
  channels: { zh: '数据通道', en: 'Data channels' },
  repair: { zh: '修复', en: 'Repair' },
  close: { zh: '结束', en: 'Close' },
})

/** What an operation is expected to do, and what became of it. */
export const expectWords = defineMessages({
  allowed: { zh: '允许', en: 'allowed' },
  refused: { zh: '拒绝', en: 'refused' },
  trap: { zh: '陷阱', en: 'trap' },
  missing: { zh: '还没有', en: 'none yet' },
  pending: { zh: '进行中', en: 'running' },
  done: { zh: '完成', en: 'done' },
  asExpected: { zh: '与规范一致', en: 'as the specification says' },
  differs: {
    zh: '与规范不同：{browser}，{section}',
    en: 'differs from the specification: {browser}, {section}',
  },
  neverSettles: {
    zh: '连接已关闭，这个 promise 永远不会有结果。',
    en: 'The connection was closed: this promise never settles.',
  },
})

/** The signaling server. */
export const trayWords = defineMessages({
  title: { zh: '你就是信令服务器', en: 'You are the server' },
  fromCaller: { zh: '呼叫方发出的', en: 'From the caller' },
  fromCallee: { zh: '被叫方发出的', en: 'From the callee' },
  waiting: { zh: '{n} 条在等', en: '{n} waiting' },
  hold: { zh: '扣留', en: 'Hold' },
  holdOf: { zh: '扣留{end}发出的消息', en: 'Hold what the {end} sends' },
  empty: {
    zh: '没有消息在等。打开“扣留”，发出的消息会停在这里。',
    en: 'Nothing waits. What is sent stands here while Hold is on.',
  },
  deliver: { zh: '送达', en: 'Deliver' },
  deliverAll: { zh: '全部送达', en: 'Deliver all' },
  drop: { zh: '丢弃', en: 'Drop' },
  repeat: { zh: '重发', en: 'Repeat' },
  repeatHelp: { zh: '送达一份，原件留在这里', en: 'Deliver a copy and keep it' },
  edit: { zh: '改写', en: 'Edit' },
  front: { zh: '移到最前', en: 'Move to the front' },
  up: { zh: '上移', en: 'Move up' },
  move: { zh: '移动', en: 'Move' },
  down: { zh: '下移', en: 'Move down' },
  message: { zh: '{end}的第 {n} 条消息：{kind}，{text}', en: 'Message {n} of the {end}: {kind}, {text}' },
  edited: { zh: '改过', en: 'edited' },
  noMore: { zh: '没有更多候选', en: 'no more candidates' },
  goodbye: { zh: '挂断', en: 'goodbye' },
  unreadable: { zh: '无法解析的候选', en: 'not a readable candidate' },
  past: { zh: '已处理 {n} 条', en: '{n} dealt with' },
  travelling: { zh: '在路上', en: 'on its way' },
  delivered: { zh: '已送达', en: 'delivered' },
  deliveredTimes: { zh: '送达了 {n} 次', en: 'delivered {n} {n|time|times}' },
  dropped: { zh: '已丢弃', en: 'dropped' },
  rules: { zh: '规则', en: 'Rules' },
  noRules: { zh: '规则：无', en: 'Rules: none' },
  rulesOf: { zh: '对{end}发出的消息', en: 'For what the {end} sends' },
  dropEvery: { zh: '丢弃每第 n 条', en: 'Drop every n-th' },
  dropNone: { zh: '不丢弃', en: 'drop none' },
  dropEveryN: { zh: '每第 {n} 条', en: 'every {n}' },
  delay: { zh: '延迟', en: 'Delay' },
  delayNone: { zh: '不延迟', en: 'no delay' },
  delaySeconds: { zh: '{n} 秒', en: '{n} s' },
  loseAnswers: { zh: '丢失应答', en: 'Lose the answer' },
  keys: {
    zh: '键盘：↑ ↓ 选择，D 送达，X 丢弃，Shift+D 重发，E 改写，Alt+↑ ↓ 移动，Alt+Home 移到最前',
    en: 'Keys: ↑ ↓ choose, D deliver, X drop, Shift+D repeat, E edit, Alt+↑ ↓ move, Alt+Home to the front',
  },
})

/** Editing a message that waits. */
export const editWords = defineMessages({
  title: { zh: '改写消息', en: 'Edit the message' },
  help: {
    zh: '应用收到的就是这里写的。JSON 会先检查；SDP 和候选的文字由浏览器判断。',
    en: 'What you write here is what the other application receives. The JSON is checked first; the SDP and the candidate are judged by the browser.',
  },
  json: { zh: '消息的 JSON', en: 'JSON of the message' },
  sdp: { zh: 'SDP 文本', en: 'SDP text' },
  put: { zh: '换成这一份', en: 'Replace it' },
  notJson: { zh: '这不是 JSON：{why}', en: 'This is not JSON: {why}' },
  notMessage: {
    zh: '这不是这个应用会发的消息：{field} 缺失或类型不对。',
    en: 'This application sends no such message: {field} is missing or of the wrong type.',
  },
  tooLong: { zh: '太长：最多 {n} 个字符。', en: 'Too long: at most {n} characters.' },
})

/** The rules of an application. */
export const appRules = defineMessages({
  title: { zh: '这一端应用的规则', en: 'What this application does by itself' },
  negotiation: { zh: '协商', en: 'Negotiation' },
  'by-hand': { zh: '手动', en: 'by hand' },
  naive: { zh: '简单自动', en: 'naive' },
  perfect: { zh: '完美协商', en: 'perfect negotiation' },
  polite: { zh: '礼貌方', en: 'Polite peer' },
  arriving: { zh: '收到候选', en: 'A candidate arrives' },
  gathered: { zh: '收集到候选', en: 'A candidate is gathered' },
  'at-once': { zh: '立即添加', en: 'add it at once' },
  queued: { zh: '排队等远端描述', en: 'queue it for the remote description' },
  keep: { zh: '留着，手动添加', en: 'keep it, added by hand' },
  sendAtOnce: { zh: '立即发送', en: 'send it at once' },
  'after-description': { zh: '描述发出之后发送', en: 'send it after the description' },
  sendByHand: { zh: '留着，手动发送', en: 'keep it, sent by hand' },
  echo: { zh: '数据通道：收到什么就回什么', en: 'Data channel: send every text back' },
  placeholder: { zh: 'ICE 没有可查的就加占位候选', en: 'A placeholder keeps ICE waiting' },
  placeholderHelp: {
    zh: '描述设好以后，Firefox 的 ICE 大约 5 秒内没有候选对可查就会失败。打开时，应用给这一端加一个没有主机使用的占位候选，让它一直查下去；它不发包，也不经过信令。会自己等的浏览器不受影响。',
    en: 'Once the descriptions are set, ICE in Firefox fails after about 5 seconds without a pair to check. With this on, the app gives this end a candidate that no host has, which is checked without end; no packet goes to it and it does not cross the wire. Browsers that wait by themselves get none.',
  },
})
