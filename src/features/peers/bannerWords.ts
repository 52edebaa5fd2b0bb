import type { Message } from '../../i18n/i18n'
import { banner } from '../../i18n/messages/banner'
import { patienceWords } from '../../i18n/messages/patience'
import type { BannerKind } from './banner'

export interface BannerWords {
  title: Message
  text: Message
  tone: 'busy' | 'ok' | 'warning' | 'bad' | 'quiet'
}

/** The name and the meaning of each state of the whole call. */
export const BANNER_WORDS: Record<BannerKind, BannerWords> = {
  'ice-deadline': { title: patienceWords.deadlineTitle, text: patienceWords.deadlineText, tone: 'warning' },
  held: { title: patienceWords.heldTitle, text: patienceWords.heldText, tone: 'quiet' },
  'not-held': { title: patienceWords.notHeldTitle, text: patienceWords.notHeldText, tone: 'warning' },
  grace: { title: banner.graceTitle, text: banner.graceText, tone: 'warning' },
  unconfirmed: { title: banner.unconfirmedTitle, text: banner.unconfirmedText, tone: 'warning' },
  connecting: { title: banner.connectingTitle, text: banner.connectingText, tone: 'busy' },
  repairing: { title: banner.repairingTitle, text: banner.repairingText, tone: 'busy' },
  'first-packets': { title: banner.packetsTitle, text: banner.packetsText, tone: 'busy' },
  connected: { title: banner.connectedTitle, text: banner.connectedText, tone: 'ok' },
  'one-way': { title: banner.oneWayTitle, text: banner.oneWayText, tone: 'bad' },
  interrupted: { title: banner.interruptedTitle, text: banner.interruptedText, tone: 'warning' },
  failed: { title: banner.failedTitle, text: banner.failedText, tone: 'bad' },
  'failed-grace': { title: banner.failedTitle, text: banner.lateText, tone: 'bad' },
  stalled: { title: banner.stalledTitle, text: banner.stalledText, tone: 'bad' },
  'closed-self': { title: banner.closedTitle, text: banner.closedText, tone: 'quiet' },
  'closed-left': { title: banner.leftTitle, text: banner.leftText, tone: 'warning' },
  'closed-other': { title: banner.closedTitle, text: banner.closedByOtherText, tone: 'quiet' },
}
