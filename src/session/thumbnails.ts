import { shallowRef, triggerRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { End } from '../../machines/steps'

/** One of the four videos of a call. */
export type VideoSlot = `${End}.${'local' | 'remote'}`

/** What a video showed at a moment; kept in memory only, never in the log. */
export interface Thumbnail {
  /** Position of the moment at which it was taken. */
  index: number
  image: ImageBitmap
}

export interface Thumbnails {
  /** Triggers when a thumbnail was added or all were dropped. */
  readonly kept: Readonly<ShallowRef<ReadonlyMap<VideoSlot, readonly Thumbnail[]>>>
  add(slot: VideoSlot, thumbnail: Thumbnail): void
  /** Drops all of them and frees their memory. */
  clear(): void
}

/** Thumbnails per video: one for each of the thirteen steps and some for later. At 256 × 192, 200 kB each. */
const LIMIT = 20

/** The thumbnails of one call. Beyond the limit the second oldest is dropped: the first is the only early one. */
export function createThumbnails(limit = LIMIT): Thumbnails {
  const kept = shallowRef(new Map<VideoSlot, readonly Thumbnail[]>())

  return {
    kept,
    add(slot, thumbnail) {
      // A second one of the same moment replaces the first.
      const others = (kept.value.get(slot) ?? []).filter(({ index, image }) => {
        if (index === thumbnail.index) image.close()
        return index !== thumbnail.index
      })
      const [surplus] = others.length >= limit ? others.splice(1, 1) : []
      surplus?.image.close()
      kept.value.set(
        slot,
        [...others, thumbnail].sort((one, other) => one.index - other.index),
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

/** The thumbnail of a moment: the nearest one that was taken at or before it; null if there is none. */
export function thumbnailAt(thumbnails: readonly Thumbnail[] | undefined, index: number): Thumbnail | null {
  return thumbnails?.findLast((thumbnail) => thumbnail.index <= index) ?? null
}
