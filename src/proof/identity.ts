import type { Recording } from '../recording/recording'
import { sha256 } from './hash'

/* By what two recordings are known to be of the same call, also if one is shorter, renamed or redacted. */

/** So many first events, with their times in microseconds, are in no two calls alike. */
const EVENTS = 16
const FINGERPRINT = /a=fingerprint:\S+ ((?:[\da-f]{2}:){15,}[\da-f]{2})/giu
/** What redaction writes (src/redact/placeholders.ts). */
const PLACEHOLDER = /^(?:00:){12}/

/** The times, ends and kinds of the first events; null if there are too few. */
export function timesOf({ log }: Pick<Recording, 'log'>): string | null {
  if (log.length < EVENTS) return null
  return log
    .slice(0, EVENTS)
    .map(({ at, end, event }) => `${String(at)} ${end} ${event.type}`)
    .join('\n')
}

/** The SHA-256 of each fingerprint in a recording; none if it is redacted, or where there is no WebCrypto. */
export async function fingerprintsOf({ log }: Pick<Recording, 'log'>): Promise<string[]> {
  const found = [...JSON.stringify(log).matchAll(FINGERPRINT)].map(([, bytes = '']) => bytes.toUpperCase())
  const own = [...new Set(found)].filter((bytes) => !PLACEHOLDER.test(bytes))
  const hashes = await Promise.all(own.map(sha256))
  return hashes.filter((hash) => hash !== null).sort()
}
