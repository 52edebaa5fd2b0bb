import { defineMessages } from '../i18n'

/** Words of the three hints that a first visit to the call gets. */
export const hints = defineMessages({
  title: { zh: '一次通话的两端都在这一页上', en: 'Both ends of a call are on this page' },
  change: {
    zh: '看这里有什么变化：刚变的值标成黄色。',
    en: 'Here you see what changed: what is new is yellow.',
  },
  why: { zh: '这里讲为什么：每一步都有一篇短文。', en: 'Here is why: each step has a short note.' },
  next: {
    zh: '这个按钮执行下一步，执行什么就写在上面。',
    en: 'This button runs the next step, and says which.',
  },
  proof: {
    zh: '这块面板给出每一步的证据：SDP、候选、消息、状态。',
    en: 'This panel shows the proof of each step: SDP, candidates, messages, states.',
  },
  pattern: { zh: '用测试图案开始', en: 'Start with a test pattern' },
  skip: { zh: '知道了', en: 'Got it' },
  again: { zh: '怎么用这一页', en: 'How this works' },
})
