import { readStored, writeStored } from '../browser/storage'
import type { PatienceMemory } from '../peer/patience'

const KEY = 'ice-patience'
const KNOWN = ['waits', 'gives-up', 'not-held'] as const

/** What this browser has shown, stored for later calls and other tabs; where storage is blocked, for this page only. */
let shown: string | null = null

export const keptPatience: PatienceMemory = {
  read() {
    const kept = readStored(KEY) ?? shown
    return KNOWN.find((one) => one === kept) ?? 'unknown'
  },
  keep(patience) {
    shown = patience
    writeStored(KEY, patience)
  },
}
