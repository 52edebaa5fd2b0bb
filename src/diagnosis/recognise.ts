import type { DumpFormat } from './dump'
import { looksLikeInternals } from './formats/internals'

/** Characters that are looked at: enough for the beginning of every format, and cheap while somebody types. */
const HEAD = 4_096

/** What a text seems to be, by its content alone. null: nothing known. Never throws; takes less than a millisecond. */
export function recognise(text: string): DumpFormat | null {
  const head = text
    .slice(0, HEAD)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (head === '') return null
  if (/^RTCStatsDump\s/.test(head)) return 'rtcstats-v3'
  if (/^\["?\w[\w.]*"?,\s*(?:null|"[^"]*")\s*,/.test(head)) return 'jitsi-rtcstats'
  if (looksLikeInternals(head)) return 'webrtc-internals'
  return null
}
