import { defineMessages } from '../i18n'

/** Words of the learner's progress inside its dialog. */
export const progressSheet = defineMessages({
  where: {
    zh: '只存在这个浏览器里：没有账号，不上传，也不跟踪。',
    en: 'Kept in this browser only: no account, nothing sent, nothing tracked.',
  },
  steps: { zh: '走过的步骤', en: 'Steps run' },
  lessons: { zh: '读完的课文', en: 'Lessons read to the end' },
  concepts: { zh: '读完的概念', en: 'Concepts read' },
  predictions: { zh: '猜过的题', en: 'Predictions' },
  outOf: { zh: '{n} / {of}', en: '{n} of {of}' },
  rightWrong: { zh: '猜对 {right} 次，没猜中 {wrong} 次', en: '{right} right, {wrong} not' },
  ran: { zh: '走过', en: 'run' },
  notRun: { zh: '还没走', en: 'not run yet' },
  nothing: {
    zh: '还没有记录。走一步、读完一课、猜一道题，这里就会记下。',
    en: 'Nothing yet. Run a step, read a lesson to its end or make a prediction, and it will show here.',
  },
  goOn: { zh: '去第 {n} 步：{name}', en: 'Go to step {n}: {name}' },
  handIn: { zh: '交作业', en: 'Hand in' },
  exportFile: { zh: '导出 JSON', en: 'Export as JSON' },
  erase: { zh: '清除…', en: 'Erase…' },
  eraseSure: { zh: '清除全部进度？清除之后找不回来。', en: 'Erase all of it? This cannot be undone.' },
  eraseYes: { zh: '清除', en: 'Erase' },
  eraseNo: { zh: '留着', en: 'Keep it' },
  erased: { zh: '已清除。', en: 'Erased.' },
})
