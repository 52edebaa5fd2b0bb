import { defineMessages } from '../i18n'

/** Words of the button that opens and closes the slots view. */
export const slotsButton = defineMessages({
  open: { zh: '看槽位与状态图', en: 'Slots and state chart' },
  close: { zh: '看 SDP 文本', en: 'SDP text' },
  openFrom: { zh: '在槽位显微镜里看 {slot}', en: 'Look at {slot} in the slots microscope' },
})
