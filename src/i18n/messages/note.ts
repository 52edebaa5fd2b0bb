import { defineMessages } from '../i18n'

/** Words around a lesson in the note; the lesson's own are in lessons/. */
export const note = defineMessages({
  label: { zh: '笔记', en: 'Note' },
  afterSteps: { zh: '13 步之后', en: 'After the 13 steps' },
  loading: { zh: '正在载入笔记…', en: 'Loading the note…' },
  failed: { zh: '笔记没有载入', en: 'The note did not load' },
  failedBody: {
    zh: '多半是网络断了，或者网站刚刚更新过。通话不受影响，可以接着走。',
    en: 'Most likely the network is down, or the site was just updated. The call is not affected; you can go on with it.',
  },
  retry: { zh: '重新载入', en: 'Load again' },
  ahead: { zh: '这一步还没有执行。', en: 'This step has not run yet.' },
  aheadConnected: { zh: '通话还没有连通。', en: 'The call is not connected yet.' },
  runTo: { zh: '一口气运行到这一步', en: 'Run up to this step' },
  runToConnected: { zh: '一口气运行到连通', en: 'Run until connected' },
  running: { zh: '正在运行…已完成 {n} / 13', en: 'Running… {n} of 13 done' },
  neighbours: { zh: '前后的笔记', en: 'Notes before and after' },
  previous: { zh: '上一条', en: 'Previous' },
  next: { zh: '下一条', en: 'Next' },
  behind: { zh: '背后的道理', en: 'Behind this step' },
})
