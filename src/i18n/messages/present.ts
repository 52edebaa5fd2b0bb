import { defineMessages } from '../i18n'

/** Words of presenting on a projector. */
export const present = defineMessages({
  leave: { zh: '退出投影', en: 'Stop presenting' },
  note: { zh: '课文', en: 'Note' },
  scene: { zh: '两端', en: 'Ends' },
  evidence: { zh: '证据', en: 'Evidence' },
  alone: { zh: '占满屏幕', en: 'Whole screen' },
  closeQuestion: { zh: '收起问题', en: 'Close the question' },
  closeNote: { zh: '关闭课文', en: 'Close the note' },
})
