import { defineMessages } from '../i18n'

/** Words for what a presenter sets for a talk. */
export const talk = defineMessages({
  tools: { zh: '讲课设置', en: 'Talk' },
  next: { zh: '停顿点：第 {n} 步', en: 'Stop: step {n}' },
  stops: { zh: '自动播放停在这些步骤之前', en: 'Play stops before these steps' },
  stopsHelp: {
    zh: '停下来提问、讨论；再按一次播放就继续。',
    en: 'To ask and discuss; press play again to go on.',
  },
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
