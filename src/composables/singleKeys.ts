import { shallowRef } from 'vue'
import { readStored, writeStored } from '../browser/storage'

const KEY = 'single-keys'

/** Whether letters, digits and signs are shortcuts when pressed alone; people who dictate turn it off (WCAG 2.1.4). */
export const hasSingleKeys = shallowRef(readStored(KEY) !== 'off')

/** Turns such shortcuts on or off, for later visits too. */
export function setSingleKeys(on: boolean): void {
  hasSingleKeys.value = on
  writeStored(KEY, on ? 'on' : 'off')
}

/** The key that a button names beside its label; nothing while such keys do nothing. */
export function singleKey(key: string): string {
  return hasSingleKeys.value ? key : ''
}
