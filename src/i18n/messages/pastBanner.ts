import { defineMessages } from '../i18n'

/** Words of the strip that says that the screen shows the past, or a recording. */
export const pastBanner = defineMessages({
  lookingAtStep: { zh: '正在回看第 {n} 步', en: 'Looking at step {n} of a live call' },
  lookingAtFailed: { zh: '正在回看第 {n} 步的失败', en: 'Looking at the failure of step {n} of a live call' },
  lookingAtBeginning: { zh: '正在回看开始之前', en: 'Looking at the beginning of a live call' },
  lookingAtLesson: { zh: '正在回看“{name}”', en: 'Looking at “{name}” of a live call' },
  goesOn: {
    zh: '通话没有停，这里只是它的记录。',
    en: 'The call itself goes on; this is its record.',
  },
  recordedStep: { zh: '录制 · 第 {n} 步', en: 'A recording · step {n}' },
  recordedFailed: { zh: '录制 · 第 {n} 步失败', en: 'A recording · step {n} fails' },
  recordedBeginning: { zh: '录制 · 开始之前', en: 'A recording · the beginning' },
  recordedLesson: { zh: '录制 · {name}', en: 'A recording · {name}' },
  toTheEnd: { zh: '跳到结尾', en: 'To the end' },
  fromHere: { zh: '从这里重来', en: 'Again from here' },
  fromHereHelp: {
    zh: '关闭两端，重新创建，用同样的设置全速运行到这一步',
    en: 'Closes both ends, makes fresh ones and runs to this step with the same settings',
  },
})
