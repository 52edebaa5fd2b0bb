import { defineMessages } from '../i18n'

/** The few words of recordings that every page needs; the rest loads with the dialog (recordings.ts). */
export const recordingDoor = defineMessages({
  button: { zh: '通话录制：保存、打开', en: 'Recordings: save, open' },
  drop: { zh: '松开即可打开录制', en: 'Drop to open the recording' },

  noWebRtc: {
    zh: '这个浏览器没有 `RTCPeerConnection`，在这里打不了通话，但可以逐步重看录下来的真实通话。',
    en: 'This browser has no `RTCPeerConnection`, so no call can be made here. You can still step through recordings of real ones.',
  },
  seeRecordings: { zh: '看录制', en: 'See the recordings' },
})
