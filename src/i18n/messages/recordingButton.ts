import { defineMessages } from '../i18n'

/** The few words about recordings that every page needs; the rest loads with the dialog (recordings.ts). */
export const recordingButton = defineMessages({
  word: { zh: '录制', en: 'Recordings' },
  button: { zh: '通话录制：保存、打开', en: 'Recordings: save, open' },
  drop: { zh: '松开即可打开录制', en: 'Drop to open the recording' },
})
