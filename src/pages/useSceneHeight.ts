import { readonly } from 'vue'
import { browserValue } from '../browser/hydration'
import { readStored, writeStored } from '../browser/storage'

const KEY = 'scene-height'
/** The least height of the ends, in pixels: their names and first states. */
export const LEAST_HEIGHT = 96
/** Their greatest share of the column, so that the evidence keeps at least half. */
const MOST = 0.5

/** The height that the learner gave the ends above the evidence, in pixels; null: as high as they need. */
export function useSceneHeight() {
  const height = browserValue<number | null>(null, () => {
    const stored = Number(readStored(KEY) ?? '')
    return stored >= LEAST_HEIGHT ? stored : null
  })

  /** Sets and stores the height within its limits; `column` is the height of the whole column. Null resets it. */
  function resize(to: number | null, column: number) {
    height.value = to === null ? null : Math.round(Math.max(Math.min(to, column * MOST), LEAST_HEIGHT))
    writeStored(KEY, String(height.value ?? ''))
  }

  return { height: readonly(height), resize }
}
