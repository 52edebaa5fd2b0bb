import { defineMessages } from '../i18n'

/** Words that several parts of the app use. */
export const common = defineMessages({
  caller: { zh: '呼叫方', en: 'Caller' },
  callee: { zh: '被叫方', en: 'Callee' },
  signaling: { zh: '信令', en: 'Signaling' },
  offer: { zh: '提议', en: 'Offer' },
  answer: { zh: '应答', en: 'Answer' },
  local: { zh: '本地', en: 'Local' },
  remote: { zh: '远端', en: 'Remote' },
  stepOf: { zh: '第 {n} / 13 步', en: 'Step {n} of 13' },
  /** Fresh ends, for a call that is over or cannot continue. */
  startAgain: { zh: '重新开始通话', en: 'Start the call again' },
  close: { zh: '关闭', en: 'Close' },
})
