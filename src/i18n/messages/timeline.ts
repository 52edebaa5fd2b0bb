import { defineMessages } from '../i18n'

/** Words of the timeline tab. Code is between backticks. */
export const timelineWords = defineMessages({
  list: { zh: '通话的时间线', en: 'Timeline of the call' },
  drawing: { zh: '通话的时序图', en: 'Sequence diagram of the call' },
  drawingHint: {
    zh: '上下键在各行之间移动，回车查看一行或展开一步。',
    en: 'Up and down move between rows; Enter shows a row or unfolds a step.',
  },
  drawnNear: {
    zh: '行数很多：时序图只画出当前看到的部分及其前后，滚动时再补上；列表和导出的 SVG 里一行不少。',
    en: 'There are many rows: the drawing holds those in sight and near it, and draws the others as you scroll. The list and the saved SVG hold every one.',
  },
  asDrawing: { zh: '时序图', en: 'Drawing' },
  asList: { zh: '列表', en: 'List' },
  view: { zh: '呈现方式', en: 'View' },
  unfoldAll: { zh: '全部展开', en: 'Unfold all' },
  foldAll: { zh: '全部收起', en: 'Fold all' },
  export: { zh: '导出', en: 'Export' },
  saveSvg: { zh: '保存 SVG', en: 'Save SVG' },
  saveAnimation: { zh: '保存动画 SVG', en: 'Save animated SVG' },
  copyMermaid: { zh: '复制 Mermaid', en: 'Copy Mermaid' },
  saveMermaid: { zh: '保存 Mermaid', en: 'Save Mermaid' },

  time: { zh: '时间', en: 'Time' },
  signalingLane: { zh: '信令', en: 'signaling' },
  iceLane: { zh: 'ICE', en: 'ICE' },
  signalingClock: { zh: '信令时钟', en: 'signaling clock' },
  iceClock: { zh: 'ICE/DTLS 时钟', en: 'ICE/DTLS clock' },
  wire: { zh: '信令通道', en: 'Wire' },
  clocks: {
    zh: '实线是信令时钟，由应用推进；虚线是 ICE/DTLS 时钟，由浏览器自己推进。行距均匀，不按时间比例。',
    en: 'Solid: the signaling clock, which the application drives. Dashed: the ICE/DTLS clock, which the browser drives by itself. Rows are evenly spaced, not to scale.',
  },

  before: { zh: '开始之前', en: 'Before the first step' },
  trace: { zh: '记录的全部内容', en: 'All that was recorded' },
  bench: { zh: '全部操作', en: 'All operations' },
  restart: { zh: 'ICE 重启', en: 'ICE restart' },
  hiddenCount: { zh: '收起了 {n} 项', en: '{n} items folded' },
  pause: { zh: '停顿 {time}', en: '{time} pause' },
  undrawn: {
    zh: '更早的 {n} 项没有画出，保存的录制里都有',
    en: '{n} earlier ones are not drawn; a saved recording has them all',
  },
  members: { zh: '{n} 个', en: '{n} of them' },

  call: { zh: '调用', en: 'call' },
  observe: { zh: '观察', en: 'observe' },
  done: { zh: '完成', en: 'done' },
  failed: { zh: '失败', en: 'failed' },
  running: { zh: '进行中', en: 'running' },
  event: { zh: '事件', en: 'event' },
  change: { zh: '变化', en: 'change' },
  action: { zh: '设置', en: 'setting' },
  message: { zh: '消息', en: 'message' },
  refused: { zh: '拒绝', en: 'refused' },
  timer: { zh: '定时', en: 'timer' },
  placeholder: {
    zh: '占位候选：本应用所加，没有经过信令',
    en: 'placeholder of this app, did not cross the wire',
  },
  note: { zh: '内部', en: 'internal' },
  across: { zh: '已送达', en: 'delivered' },
  out: { zh: '已发出，稍后送达', en: 'sent, arrives later' },
  lost: { zh: '已发出，未见送达', en: 'sent, not seen arriving' },
  in: { zh: '到达', en: 'arrived' },
  serverAnswers: { zh: '由 STUN/TURN 服务器告知', en: 'told by a STUN/TURN server' },
  serverSilent: { zh: 'STUN/TURN 服务器没有响应', en: 'no answer from the STUN/TURN server' },

  details: { zh: '这一项的日志', en: 'The log of this item' },
  entries: { zh: '{n} 条日志', en: '{n} log entries' },
  cutOff: {
    zh: '太长，这里只显示开头；点“复制”可得到全文。',
    en: 'Too long to show: this is its beginning. Copy takes all of it.',
  },
  expand: { zh: '逐个列出', en: 'List one by one' },
  collapse: { zh: '合并', en: 'Merge again' },
  emptyBench: {
    zh: '还没有执行任何操作。每次调用、每个事件和每条消息都会按先后画在这里。',
    en: 'Nothing has run yet. Every call, event and message will be drawn here in order.',
  },
  empty: {
    zh: '还没有发生什么。第 {n} 步起，每次调用、每个事件和每条消息都按先后画在这里。',
    en: 'Nothing has happened yet. From step {n} on, every call, event and message is drawn here in order.',
  },
})
