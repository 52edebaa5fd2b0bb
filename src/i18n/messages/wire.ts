import { defineMessages } from '../i18n'

/** Words of the wire tab. Code is between backticks. */
export const wireWords = defineMessages({
  list: { zh: '信令消息', en: 'Signaling messages' },
  show: { zh: '显示哪些消息', en: 'Messages to show' },
  all: { zh: '全部', en: 'All' },
  descriptions: { zh: '描述 {n}', en: 'Descriptions {n}' },
  candidates: { zh: '候选 {n}', en: 'Candidates {n}' },
  controls: { zh: '控制 {n}', en: 'Control {n}' },
  refusals: { zh: '拒绝 {n}', en: 'Refused {n}' },
  folded: { zh: '信令自己的控制消息', en: 'control messages of the signaling itself' },
  earlier: {
    zh: '更早还有 {n} 条：再列出 {m} 条',
    en: '{n} earlier messages: list {m} more',
  },
  nothing: { zh: '这一类还没有消息。', en: 'There is no message of this kind yet.' },
  onTheWay: { zh: '未到', en: 'not arrived' },
  control: { zh: '控制', en: 'control' },
  delivered: { zh: '已送达', en: 'delivered' },
  duplicate: { zh: '重复，丢弃', en: 'duplicate, dropped' },
  'out-of-order': { zh: '乱序，丢弃待重发', en: 'out of order, dropped' },
  refused: { zh: '被拒绝', en: 'refused' },
  refusedSoFar: {
    zh: '这一端到此共拒收 {count} 条；为了不撑满日志，不再逐条列出。',
    en: 'This end has refused {count} messages so far; so as not to fill the log, not each is listed any more.',
  },
  body: { zh: '消息的 JSON', en: 'JSON of the message' },
  unreadable: {
    zh: '内容没有保留：来路不明的消息不会原样显示。',
    en: 'Its content was not kept: what comes from a stranger is not shown as it is.',
  },
  characters: { zh: '{n} 个字符', en: '{n} characters' },
  entries: { zh: '{n} 项', en: '{n} entries' },
  empty: {
    zh: '还没有消息。第 {n} 步发出提议，它会出现在这里。',
    en: 'No messages yet. Step {n} sends the offer, and it appears here.',
  },
  none: { zh: '这份记录里没有信令消息。', en: 'No signaling messages were recorded.' },
  controlNote: {
    zh: '`hello` 用来报到和对账：BroadcastChannel 不缓存消息，先来的一端要让后来的一端知道自己在。它不计入消息数；重发的消息只算一次。',
    en: '`hello` says "I am here" and what has arrived: a BroadcastChannel keeps nothing for those who come later. It is not counted as a message, and a message sent again counts once.',
  },
})

/** Why a message was refused, by the guard's reasons. */
export const refusalWords = defineMessages({
  malformed: {
    zh: '格式不对：缺字段、多字段，或字段的类型不对。任何页面都能往同名的 BroadcastChannel 里写，所以每条消息都先检查再用。',
    en: 'Malformed: a field is missing, unexpected or of the wrong type. Any page may write to a BroadcastChannel of this name, so every message is checked before it is used.',
  },
  version: {
    zh: '消息格式的版本不同：多半是另一个标签页里的旧页面。',
    en: 'Another version of the message format: most likely an older page in another tab.',
  },
  room: {
    zh: '属于另一个房间，也就是另一次通话。',
    en: 'It belongs to another room, which is another call.',
  },
  'same-end': {
    zh: '对方自称是同一端：两个页面都当了呼叫方，或都当了被叫方。',
    en: 'The sender claims to be this very end: two pages are both the caller, or both the callee.',
  },
  'too-large': {
    zh: '太大：超过了一份描述或一个候选合理的长度。',
    en: 'Too large: longer than a description or candidate has reason to be.',
  },
  damaged: {
    zh: '校验和对不上：内容在路上变了。它在编号的消息流里留下一个空缺，对端被问到时会重发。',
    en: 'Its checksum does not match: it was changed on the way. It leaves a gap in the numbered stream, and comes again when the sender asks what has arrived.',
  },
  stranger: {
    zh: '自称是对端，会话却不是它的：两端都在这一页上，认定了对端就不换人。',
    en: 'It claims to be the other end, but in a session of its own: both ends are on this page, so nobody takes the place of one.',
  },
  'old-session': {
    zh: '来自对端上一次会话：那一页已经重新加载过了。',
    en: 'From an earlier session of the other end: that page has been loaded anew since.',
  },
})
