import { defineMessages } from '../i18n'

/** Words of the learner's progress outside its dialog: the button that opens it, and the offer on a return visit. */
export const progress = defineMessages({
  title: { zh: '学习进度', en: 'Your progress' },
  short: { zh: '进度 {n}/13', en: 'Progress {n}/13' },
  open: { zh: '学习进度：已走 {n} / 13 步', en: 'Your progress: {n} of 13 steps' },
  resume: {
    zh: '上次走到第 {n} 步：{name}。要用测试图案直接运行到那里吗？',
    en: 'Last time you got to step {n}: {name}. Run to it with the test pattern?',
  },
  resumeYes: { zh: '运行到那里', en: 'Run to it' },
  resumeNo: { zh: '不用了', en: 'No, thanks' },
})
