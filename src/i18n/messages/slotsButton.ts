import { defineMessages } from '../i18n'

/** Words of the button that opens the slots tab. */
export const slotsButton = defineMessages({
  open: { zh: '看槽位', en: 'Slots' },
  openFrom: { zh: '在“槽位”里看 {slot}', en: 'Look at {slot} in Slots' },
})
