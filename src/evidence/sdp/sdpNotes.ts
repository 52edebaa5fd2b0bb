import en from '../../../lessons/sdp/en.json'
import zh from '../../../lessons/sdp/zh.json'
import type { Message } from '../../i18n/i18n'

type Part = keyof typeof en

/** A note of lessons/sdp/ in both languages. */
export function sdpNote<P extends Part>(part: P, id: keyof (typeof en)[P]): Message {
  return { zh: String(zh[part][id]), en: String(en[part][id]) }
}
