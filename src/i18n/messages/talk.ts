import { defineMessages } from '../i18n'

/** Words for what a presenter sets for a talk. */
export const talk = defineMessages({
  tools: { zh: '讲课设置', en: 'Talk' },
  next: { zh: '停顿点：第 {n} 步', en: 'Stop: step {n}' },
  stops: { zh: '停在这些步骤之前', en: 'Stop before these steps' },
  stopsHelp: {
    zh: '自动播放停在这里。按“下一步”先显示问题，再按一次才执行。',
    en: 'Play stops there. Next shows a question first, and runs the step when it is pressed again.',
  },
  ownHelp: {
    zh: '停顿时问什么？不写，就用那一步的“先猜一猜”。',
    en: 'What to ask there; if left empty, the guess of the step is shown.',
  },
  ownLine: { zh: '第 {n} 步之前的问题', en: 'Question before step {n}' },
  noteLine: { zh: '第 {n} 步：只给自己看的备注', en: 'Step {n}: a note for yourself' },
  notes: { zh: '只给自己看的备注', en: 'Notes for yourself' },
  notesHelp: {
    zh: '只保存在这个浏览器里。投影时要按“我的备注”才会显示。',
    en: 'Kept in this browser only. The projector shows them only when you press “My notes”.',
  },
  myNotes: { zh: '我的备注', en: 'My notes' },
  unkept: {
    zh: '浏览器不允许保存：关掉页面，这些设置就没了。',
    en: 'This browser refuses to store it: what you set here is gone when you close the page.',
  },
  toCourse: { zh: '六讲课程，停顿点已经写好', en: 'Six planned lessons with their stops' },
  askAnyway: { zh: '下一步会发生什么？', en: 'What will happen in the next step?' },
  thenRun: { zh: '再按一次“下一步”才执行。', en: 'Press Next again to run the step.' },
  thenReveal: { zh: '按 {key} 揭晓答案。', en: 'Press {key} for the answer.' },
  stop: { zh: '停顿点', en: 'Stop point' },
  isStop: { zh: '停顿点', en: 'stop point' },
  time: { zh: '讲了多久', en: 'Time since the talk began' },
  start: { zh: '开始计时', en: 'Start the time' },
  reset: { zh: '清零', en: 'Reset' },
  ring: { zh: '指针周围显示圆圈', en: 'A ring around the pointer' },
  ringHelp: {
    zh: '用键盘时，焦点所在的控件有同样醒目的边框。',
    en: 'With the keyboard, the control in focus has an outline that is as easy to see.',
  },
})
