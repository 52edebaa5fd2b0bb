import { defineMessages } from '../i18n'

/** Words of the SDP tab's reader. The meanings of lines and their parts are in lessons/sdp/. */
export const sdpReader = defineMessages({
  filter: { zh: '查找行，如 fingerprint', en: 'Find lines, e.g. fingerprint' },
  lineCount: { zh: '{n} 行', en: '{n} {n|line|lines}' },
  matchCount: { zh: '{n} / {all} 行匹配', en: '{n} of {all} lines match' },
  noMatch: { zh: '没有哪一行含有“{query}”。', en: 'No line contains “{query}”.' },
  foldAll: { zh: '全部折叠', en: 'Fold all' },
  unfoldAll: { zh: '全部展开', en: 'Unfold all' },
  cut: {
    zh: '这份描述有 {n} 行，只显示并解释前 {most} 行；“复制”给出全文。',
    en: 'This description has {n} lines; only the first {most} are shown and explained. Copy takes all of it.',
  },
  tokens: { zh: '各部分的含义', en: 'What its parts mean' },
  why: { zh: '为什么在这里', en: 'Why it is here' },
  step: { zh: '第 {n} 步', en: 'Step {n}' },
  unknownKind: { zh: '未知的行', en: 'unknown line' },
  sessionNote: {
    zh: '会话级：第一个 `m=` 之前的部分，说的是整个连接。',
    en: 'The session part: everything before the first `m=`. It speaks of the whole connection.',
  },
  sectionNote: {
    zh: '媒体段：从这个 `m=` 到下一个 `m=`，对应一个收发器，数据通道则共用一段。各段按位置和 `mid` 识别，只增不减。',
    en: 'A media section: from this `m=` to the next. It belongs to one transceiver, or to all data channels. Sections are identified by position and `mid`, and their number never shrinks.',
  },
})

/** Words of the comparison of two descriptions. */
export const sdpCompare = defineMessages({
  summary: { zh: '改变了什么', en: 'What changed' },
  presets: { zh: '比较什么', en: 'What to compare' },
  'gather.caller': { zh: '呼叫方收集前后', en: 'Caller’s gathering' },
  'gather.callee': { zh: '被叫方收集前后', en: 'Callee’s gathering' },
  answer: { zh: '提议与应答', en: 'Offer and answer' },
  round: { zh: '重新协商前后', en: 'Renegotiation' },
  left: { zh: '左', en: 'Left' },
  right: { zh: '右', en: 'Right' },
  now: { zh: '此刻', en: 'Now' },
  past: { zh: '以前', en: 'Earlier' },
  draft: { zh: '{end} 草稿 {type}', en: '{end} draft {type}' },
  slot: { zh: '{end} {slot} {type}', en: '{end} {slot} {type}' },
  round1: { zh: '{what}（第 {n} 轮）', en: '{what} (round {n})' },
  rows: { zh: '逐行比较', en: 'Line by line' },
  same: { zh: '{n} 行相同，展开', en: '{n} equal {n|line|lines}, show {n|it|them}' },
  removed: { zh: '只在左边', en: 'left only' },
  added: { zh: '只在右边', en: 'right only' },
  changedFrom: { zh: '原为', en: 'was' },
  changedTo: { zh: '现为', en: 'is now' },
  counts: {
    zh: '{added} 行新增，{removed} 行消失，{changed} 行改动',
    en: '{added} lines added, {removed} gone, {changed} changed',
  },
  cut: { zh: '只比较了前 {most} 行。', en: 'Only the first {most} lines were compared.' },
  empty: {
    zh: '要有两份描述才能比较。第 {n} 步之后，草稿和 `pendingLocalDescription` 就可以对照了。',
    en: 'A comparison takes two descriptions. After step {n} the draft can be compared with `pendingLocalDescription`.',
  },
})
