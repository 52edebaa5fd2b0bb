import { defineMessages } from '../i18n'

/** Words of What now?, the tab that a connected call leads to. Code is between backticks. */
export const nextWords = defineMessages({
  title: {
    zh: '你亲手建立了一次通话：{steps} 步，{messages} 条消息，最后一步开始后 {time} 接通。',
    en: 'You made a call: {steps} steps, {messages} messages, and connected {time} after the last step began.',
  },
  titleUntimed: {
    zh: '你亲手建立了一次通话：{steps} 步，{messages} 条消息。',
    en: 'You made a call: {steps} steps and {messages} messages.',
  },
  lead: {
    zh: '通话会一直保持，看别的页面也不会断。',
    en: 'The call stays open while you go on, also on other pages.',
  },
})

/** The name of each door. */
export const doorNames = defineMessages({
  check: { zh: '考考自己', en: 'Check yourself' },
  labs: { zh: '把通话弄坏，再修好', en: 'Break a call, and mend it' },
  concepts: { zh: '弄懂背后的概念', en: 'Understand what is behind it' },
  errors: { zh: '看看会出什么错', en: 'See what can go wrong' },
  pairs: { zh: '看证据：选中的候选对', en: 'Read the proof: the pair' },
  compare: { zh: '看证据：对比两份 SDP', en: 'Read the proof: both SDPs' },
  'two-tabs': { zh: '换成两个标签页', en: 'Call between two tabs' },
  'end-call': { zh: '挂断，看另一端', en: 'Hang up' },
  recordings: { zh: '看失败的通话', en: 'Watch calls that failed' },
})

/** What is behind each door. */
export const doorTexts = defineMessages({
  labs: {
    zh: '实验：出了问题的通话，由你来当网络。',
    en: 'Labs: calls that go wrong, and you are the network.',
  },
  check: {
    zh: '还有 {left} 道题没有答；浏览器会给你判分。',
    en: '{left} questions are open; the browser judges your answers.',
  },
  concepts: {
    zh: '还有 {left} 个没有读，下一个：{name}。',
    en: '{left} not read yet, the next: {name}.',
  },
  errors: {
    zh: '浏览器报的错，一个错误一页：原因和解法。',
    en: 'What browsers say when a call fails: a page for each error, with cause and cure.',
  },
  pairs: {
    zh: '两端试了哪些候选对，媒体走的是哪一对。',
    en: 'Which candidate pairs were tried, and which one carries the media.',
  },
  compare: {
    zh: '提议和应答逐行对照，看谈成了什么。',
    en: 'Offer and answer line by line: what the two ends agreed on.',
  },
  'two-tabs': {
    zh: '一个标签页只当一端，在两个页面之间再打一次。',
    en: 'Make the call again with one end in each tab.',
  },
  'end-call': {
    zh: '结束这次通话，看另一端怎么知道。',
    en: 'End this call, and see how the other end learns of it.',
  },
  recordings: {
    zh: '真实通话的录制：摄像头被拒绝、ICE 失败、没有候选。',
    en: 'Recordings of real calls: the camera refused, ICE failed, no candidates.',
  },
  conceptsDone: { zh: '全部读过了，可以再看。', en: 'All read; look again.' },
})
