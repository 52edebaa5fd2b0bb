import { defineMessages } from '../i18n'

/** Words of the verdict on a recording that failed. */
export const recordedFailureWords = defineMessages({
  label: { zh: '录制的结论', en: 'Verdict on the recording' },
  connecting: { zh: '13 步之后', en: 'after the 13 steps' },
  failed: { zh: '这次通话在这里失败了', en: 'This call failed here' },
  proof: { zh: '看证据：{tab}', en: 'See the proof: {tab}' },
  page: { zh: '原因和解法', en: 'Causes and cures' },
})

/** What failed after the thirteen steps. */
export const connectionFailures = defineMessages({
  ice: { zh: 'ICE 没有找到可用的候选对', en: 'ICE found no candidate pair that works' },
  dtls: { zh: 'ICE 成功，DTLS 没有握手成功', en: 'DTLS did not complete its handshake' },
  stalled: { zh: '浏览器既没有报成功，也没有报失败', en: 'The browser reported neither success nor failure' },
  noCandidates: { zh: '一个 ICE 候选也没有', en: 'Not one ICE candidate was found' },
})
