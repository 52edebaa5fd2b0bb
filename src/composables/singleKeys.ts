import { browserValue } from '../browser/hydration'
import { readStored, writeStored } from '../browser/storage'

const KEY = 'single-keys'

/** Whether single characters are shortcuts; people who dictate turn it off (WCAG 2.1.4). */
export const hasSingleKeys = browserValue(true, () => readStored(KEY) !== 'off')

/** Turns these shortcuts on or off, and stores that. */
export function setSingleKeys(on: boolean): void {
  hasSingleKeys.value = on
  writeStored(KEY, on ? 'on' : 'off')
}

/** The key that a button shows beside its label; nothing while these shortcuts are off. */
export function singleKey(key: string): string {
  return hasSingleKeys.value ? key : ''
}
