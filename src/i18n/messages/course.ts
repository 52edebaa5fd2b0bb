import { defineMessages } from '../i18n'

/** Words of the page with the course for a class. */
export const course = defineMessages({
  title: { zh: '课程：六讲，带一个班', en: 'A course of six lessons for a class' },
  description: {
    zh: '用“握手”给一个班讲 WebRTC：六讲教案，每讲 45 分钟，写明放什么、停在哪里、问什么、交什么；还有工作单和批改。',
    en: 'Teach WebRTC to a class with Handshake: six lessons of 45 minutes, with what to show, where to stop, what to ask and what to hand in; worksheets and marking.',
  },
  intro: {
    zh: '每讲 45 分钟。次序是建议，不是规定：每一讲都能单独上，也可以删减。不用注册，也不用服务器；学生只需要一台有浏览器的电脑，没有摄像头就用测试图案。',
    en: 'Each lesson takes 45 minutes. The order is a proposal: each lesson stands alone and can be shortened. No account and no server are needed, only a computer with a browser for each student; without a camera the test pattern does.',
  },
  lesson: { zh: '第 {n} 讲', en: 'Lesson {n}' },
  minutes: { zh: '{n} 分钟', en: '{n} min' },
  aim: { zh: '目标', en: 'Aim' },
  prepare: { zh: '课前准备', en: 'Prepare' },
  plan: { zh: '过程', en: 'Plan' },
  stops: { zh: '停在这里，问一问', en: 'Stop here and ask' },
  before: { zh: '第 {n} 步之前', en: 'Before step {n}' },
  expect: { zh: '参考回答', en: 'Expected answer' },
  handIn: { zh: '学生交什么', en: 'Hand in' },
  sheets: { zh: '工作单：', en: 'Worksheets:' },
  setStops: { zh: '设好这一讲的停顿点', en: 'Set the stops of this lesson' },
  stopsSet: {
    zh: '设好了。投影时，每个停顿点先显示问题；参考回答在“我的备注”里。',
    en: 'Set. The projector asks at each stop first; the expected answers are in “My notes”.',
  },
  replaces: {
    zh: '会换掉现在的停顿点和问题，你写过的备注保留。',
    en: 'This replaces the present stops and questions; notes that you wrote stay.',
  },
  project: { zh: '打开投影', en: 'Open the projector' },
  step: { zh: '步骤', en: 'step' },
  concept: { zh: '概念', en: 'concept' },
  error: { zh: '错误', en: 'error' },
  lab: { zh: '实验', en: 'lab' },
  sheet: { zh: '工作单', en: 'sheet' },
  example: { zh: '录制', en: 'recording' },
  page: { zh: '页面', en: 'page' },
  yourStops: { zh: '你的停顿点和备注', en: 'Your stops and notes' },
  overview: { zh: '六讲一览', en: 'The six lessons' },
  worksheets: { zh: '工作单', en: 'Worksheets' },
  toHandIn: { zh: '学生交作业', en: 'Hand in' },
  marking: { zh: '批改', en: 'Marking' },
  print: { zh: '打印教案', en: 'Print the plan' },
})
