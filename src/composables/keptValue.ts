import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { readStored, watchStored, writeStored } from '../browser/storage'

/** A value that this browser keeps, shared by all tabs. */
export interface Kept<T> {
  readonly value: Readonly<ShallowRef<T>>
  /** Whether the last change could not be stored. */
  readonly isRefused: Readonly<ShallowRef<boolean>>
  /** Stores what a function makes of the newest value, so that a change of another tab is not lost. */
  change(make: (before: T) => T): void
}

/** Reads a stored value, and follows what other tabs store. `read` takes any text and never throws. */
export function createKept<T>(
  key: string,
  read: (text: string | null) => T,
  write: (value: T) => string,
): Kept<T> {
  const value = shallowRef(read(readStored(key)))
  const isRefused = shallowRef(false)
  watchStored(key, (text) => {
    value.value = read(text)
  })
  return {
    value,
    isRefused,
    change(make) {
      const stored = readStored(key)
      value.value = make(stored === null || isRefused.value ? value.value : read(stored))
      isRefused.value = !writeStored(key, write(value.value))
    },
  }
}
