import { shallowRef, triggerRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { End } from '../../machines/steps'

/** One of the four pictures of a call. */
export type Picture = `${End}.${'local' | 'remote'}`

/** What a picture showed at a moment; kept in memory only, never in the log. */
export interface Still {
  /** Position of the moment that it was taken at. */
  index: number
  image: ImageBitmap
}

export interface Stills {
  /** Triggers whenever a still was added or all were dropped. */
  readonly kept: Readonly<ShallowRef<ReadonlyMap<Picture, readonly Still[]>>>
  add(picture: Picture, still: Still): void
  /** Drops all of them and the memory they hold. */
  clear(): void
}

/** Stills per picture: one for each of thirteen steps, and some for what comes after. At 256 × 192, 200 kB each. */
const LIMIT = 20

/** The stills of one call. The oldest but one gives way when there are too many: the first is the only early one. */
export function createStills(limit = LIMIT): Stills {
  const kept = shallowRef(new Map<Picture, readonly Still[]>())

  return {
    kept,
    add(picture, still) {
      // A second one of the same moment replaces the first.
      const others = (kept.value.get(picture) ?? []).filter(({ index, image }) => {
        if (index === still.index) image.close()
        return index !== still.index
      })
      const [surplus] = others.length >= limit ? others.splice(1, 1) : []
      surplus?.image.close()
      kept.value.set(
        picture,
        [...others, still].sort((one, other) => one.index - other.index),
      )
      triggerRef(kept)
    },
    clear() {
      for (const { image } of [...kept.value.values()].flat()) image.close()
      kept.value.clear()
      triggerRef(kept)
    },
  }
}

/** The still of a moment: the nearest one that was taken at or before it; null if there is none. */
export function stillAt(stills: readonly Still[] | undefined, index: number): Still | null {
  return stills?.findLast((still) => still.index <= index) ?? null
}
