import { isReading, READINGS } from '../i18n/i18n'
import type { Reading } from '../i18n/i18n'

/** What a first-time visitor reads: the last choice, else the browser's language. */
export function initialReading(stored: string | null, languages: readonly string[]): Reading {
  if (stored !== null && isReading(stored)) return stored
  return languages[0]?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en'
}

/** The reading that follows another when one key leads through all of them. */
export function nextReading(reading: Reading): Reading {
  return READINGS[(READINGS.indexOf(reading) + 1) % READINGS.length] ?? 'zh'
}
