import { defineMessages } from '../i18n'

/** Words of looking back: the slider, the strip that says so, and the button to the newest moment. */
export const past = defineMessages({
  back: { zh: '回看', en: 'Look back' },
  slider: { zh: '通话记录上的位置', en: 'Moment in the log of the call' },
  moment: {
    zh: '第 {n} / {all} 个时刻，{time}，{name}',
    en: 'Moment {n} of {all}, {time}, {name}',
  },
  beginning: { zh: '通话开始之前', en: 'before the call began' },

  backToNow: { zh: '回到现在', en: 'Back to now' },
  toTheEnd: { zh: '看录制的结尾', en: 'To the end of the recording' },
  onToStep: { zh: '看第 {n} 步', en: 'On to step {n}' },
  onToLesson: { zh: '看“{name}”', en: 'On to “{name}”' },
  fromTheBeginning: { zh: '从头再看', en: 'From the beginning' },

  thumbnail: { zh: '静止画面', en: 'a still' },
  noThumbnail: { zh: '当时没有留下画面', en: 'no still was kept' },
  laterDone: { zh: '（之后完成了，可以去看）', en: ' (done later in this call; look at it)' },

  withPattern: { zh: '用测试图案运行到这里', en: 'Run to it with the test pattern' },
})
