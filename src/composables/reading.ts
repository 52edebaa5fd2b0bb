import { isReading, READINGS } from '../i18n/i18n'
import type { Reading } from '../i18n/i18n'

/** The reading of a visitor: the stored choice, else the browser's language. */
export function initialReading(stored: string | null, languages: readonly string[]): Reading {
  if (stored !== null && isReading(stored)) return stored
  return languages[0]?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en'
}

/** The next reading, for the one key that steps through all of them. */
export function nextReading(reading: Reading): Reading {
  return READINGS[(READINGS.indexOf(reading) + 1) % READINGS.length] ?? 'zh'
}
