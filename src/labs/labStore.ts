import { shallowReactive } from 'vue'
import { loadLab } from './labTexts'
import type { LoadedLab } from './labTexts'

/** The labs that this page has loaded: a page renders at once what was loaded before it. */
const kept = shallowReactive(new Map<string, LoadedLab>())

/** Stands in an address for a lab from a file, which this visit has opened. */
export const OF_A_FILE = 'file'

/** Keeps a lab that was read elsewhere. */
export function keepLab(id: string, lab: LoadedLab): void {
  kept.set(id, lab)
}

/** A lab that was loaded; null before. */
export function keptLab(id: string): LoadedLab | null {
  return kept.get(id) ?? null
}

/** Loads a lab and keeps it. Rejects if its files cannot be loaded. */
export async function loadKept(id: string): Promise<void> {
  if (kept.has(id)) return
  const lab = await loadLab(id)
  if (lab !== null) kept.set(id, lab)
}
