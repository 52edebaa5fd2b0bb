import { defineMessages } from '../i18n'

/** Words around a lesson; its own are in lessons/. */
export const lessonWords = defineMessages({
  label: { zh: '课文', en: 'Lesson' },
  /** The heading of a question; the other words of questions load with them. */
  predict: { zh: '先猜一猜', en: 'Predict' },
  whenWell: {
    zh: '下面的课文讲的是顺利时的情形。',
    en: 'The note below tells how it goes when all is well.',
  },
  afterSteps: { zh: '13 步之后', en: 'After the 13 steps' },
  loading: { zh: '正在加载课文…', en: 'Loading the lesson…' },
  failed: { zh: '课文没有加载成功', en: 'The lesson did not load' },
  failedBody: {
    zh: '多半是网络断了，或者网站刚刚更新过。通话不受影响，可以继续。',
    en: 'Most likely the network is down, or the site was just updated. The call is not affected; you can go on with it.',
  },
  retry: { zh: '重新加载', en: 'Load again' },
  ahead: { zh: '这一步还没有执行。', en: 'This step has not run yet.' },
  aheadConnected: { zh: '通话还没有接通。', en: 'The call is not connected yet.' },
  runTo: { zh: '一口气运行到这一步', en: 'Run up to this step' },
  runToConnected: { zh: '一口气运行到接通', en: 'Run until connected' },
  running: { zh: '正在运行…已完成 {n} / 13', en: 'Running… {n} of 13 done' },
  neighbours: { zh: '前后的课文', en: 'Lessons before and after' },
  previous: { zh: '上一课', en: 'Previous' },
  next: { zh: '下一课', en: 'Next' },
  whole: { zh: '看完整课文', en: 'The whole note' },
  english: { zh: '英文', en: 'English text' },
  behind: { zh: '背后的道理', en: 'Behind this step' },
})

/** Whether the step of a note has run, above its title. */
export const stepStatus = defineMessages({
  todo: { zh: '还没到', en: 'not yet' },
  ready: { zh: '下一步就是它', en: 'next' },
  busy: { zh: '进行中', en: 'running' },
  done: { zh: '已完成', en: 'done' },
  failed: { zh: '失败', en: 'failed' },
})

/** The names of the folded parts of a note. */
export const foldNames = defineMessages({
  how: { zh: '怎么做，附代码', en: 'How it works, and the code' },
  mistake: { zh: '常见错误', en: 'Common mistake' },
  why: { zh: '为什么 · 规范', en: 'Why · Spec' },
})
