import type { Message } from '../../i18n/i18n'
import { scene } from '../../i18n/messages/scene'
import type { BannerKind } from './banner'

export interface BannerWords {
  title: Message
  text: Message
  tone: 'busy' | 'ok' | 'warning' | 'bad' | 'quiet'
}

/** What each state of the whole call is called, and what it means. */
export const BANNER_WORDS: Record<BannerKind, BannerWords> = {
  grace: { title: scene.graceTitle, text: scene.graceText, tone: 'warning' },
  unconfirmed: { title: scene.unconfirmedTitle, text: scene.unconfirmedText, tone: 'warning' },
  connecting: { title: scene.connectingTitle, text: scene.connectingText, tone: 'busy' },
  repairing: { title: scene.repairingTitle, text: scene.repairingText, tone: 'busy' },
  'first-packets': { title: scene.packetsTitle, text: scene.packetsText, tone: 'busy' },
  connected: { title: scene.connectedTitle, text: scene.connectedText, tone: 'ok' },
  'one-way': { title: scene.oneWayTitle, text: scene.oneWayText, tone: 'bad' },
  interrupted: { title: scene.interruptedTitle, text: scene.interruptedText, tone: 'warning' },
  failed: { title: scene.failedTitle, text: scene.failedText, tone: 'bad' },
  'failed-grace': { title: scene.failedTitle, text: scene.lateText, tone: 'bad' },
  stalled: { title: scene.stalledTitle, text: scene.stalledText, tone: 'bad' },
  'closed-self': { title: scene.closedTitle, text: scene.closedText, tone: 'quiet' },
  'closed-left': { title: scene.leftTitle, text: scene.leftText, tone: 'warning' },
  'closed-other': { title: scene.closedTitle, text: scene.closedByOtherText, tone: 'quiet' },
}
