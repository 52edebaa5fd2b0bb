import { defineMessages } from '../i18n'

/** Words of the learner's progress: the dialog, and the offer on return. */
export const progress = defineMessages({
  title: { zh: '学习进度', en: 'Your progress' },
  open: { zh: '学习进度：已走 {n} / 13 步', en: 'Your progress: {n} of 13 steps' },
  where: {
    zh: '只存在这个浏览器里：没有账号，不上传，也不跟踪。',
    en: 'Kept in this browser only: no account, nothing sent, nothing tracked.',
  },
  steps: { zh: '走过的步骤', en: 'Steps run' },
  lessons: { zh: '读完的笔记', en: 'Notes read to the end' },
  concepts: { zh: '读完的概念', en: 'Concepts read' },
  predictions: { zh: '猜过的题', en: 'Predictions' },
  outOf: { zh: '{n} / {of}', en: '{n} of {of}' },
  rightWrong: { zh: '猜对 {right} 次，没猜中 {wrong} 次', en: '{right} right, {wrong} not' },
  ran: { zh: '走过', en: 'run' },
  notRun: { zh: '还没走', en: 'not run yet' },
  nothing: {
    zh: '还没有记录。走一步、读完一条笔记、猜一道题，这里就会记下。',
    en: 'Nothing yet. Run a step, read a note to its end or make a prediction, and it will show here.',
  },
  exportFile: { zh: '导出 JSON', en: 'Export as JSON' },
  erase: { zh: '清除…', en: 'Erase…' },
  eraseSure: { zh: '清除全部进度？清除之后找不回来。', en: 'Erase all of it? This cannot be undone.' },
  eraseYes: { zh: '清除', en: 'Erase' },
  eraseNo: { zh: '留着', en: 'Keep it' },
  erased: { zh: '已清除。', en: 'Erased.' },
  resume: {
    zh: '上次走到第 {n} 步：{name}。要用测试图案直接运行到那里吗？',
    en: 'Last time you got to step {n}: {name}. Run to it with the test pattern?',
  },
  resumeYes: { zh: '运行到那里', en: 'Run to it' },
  resumeNo: { zh: '不用了', en: 'No, thanks' },
})
