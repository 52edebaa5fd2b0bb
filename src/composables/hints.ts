import { shallowRef } from 'vue'
import { readStored, writeStored } from '../browser/storage'

const KEY = 'hints'

/** Whether the hints stand on the call page. A first visit and the key help open them. */
export const areHintsOpen = shallowRef(false)

/** Whether they have never been closed, in any visit. */
export function areHintsNew(): boolean {
  return readStored(KEY) === null
}

/** Closes them and stores that, so that they never open again by themselves. */
export function closeHints(): void {
  areHintsOpen.value = false
  writeStored(KEY, 'seen')
}
