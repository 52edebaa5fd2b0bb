import type { DumpFormat } from '../dump'

/** How a reader reports, and how it is stopped. */
export interface ReadOptions {
  /** What the person says it is. Without it the content decides. */
  as?: DumpFormat | undefined
  /** From 0 to 1, at most once in 16 ms. */
  onProgress?: (fraction: number) => void
  /** Reading rejects with the signal's reason, and with nothing else. */
  signal?: AbortSignal
}

/** Called between parts of the work, with the part that is done. It lets other tasks run from time to time. */
export type Pace = (fraction: number) => Promise<void> | undefined

/** Milliseconds of work without a pause: a frame. */
const SLICE = 16

export function createPace({ onProgress, signal }: ReadOptions): Pace {
  let before = performance.now()
  return (fraction) => {
    if (performance.now() - before < SLICE) return undefined
    return pause(fraction)
  }

  async function pause(fraction: number): Promise<void> {
    onProgress?.(Math.min(1, Math.max(0, fraction)))
    await new Promise((resolve) => setTimeout(resolve, 0))
    signal?.throwIfAborted()
    before = performance.now()
  }
}
