import { shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import { whenIdle } from '../browser/whenIdle'

/** Milliseconds by which a later drawing may lag: a longer lag would look like a separate event. */
const LATEST = 100

/** When a drawing is made: calls back once. The priorities are `nextFrame`, `afterPaint` and `later`. */
export type When = (run: () => void) => void

/** The low priority, for what is slow to draw: when the browser is idle, at most 100 ms from now. */
export const later: When = (run) => {
  whenIdle(run, LATEST)
}

/** A value that the page shows. It is always read as a whole, and at most once per drawing. */
export interface Drawing<T> {
  readonly drawn: Readonly<ShallowRef<T>>
  /**
   * Asks for a new reading. With `patience` it may be that many milliseconds late, so that many changes share one
   * reading. A later request without patience is not delayed.
   */
  request(patience?: number): void
  /** Reads now: for a page that is left, which gets no more frames. */
  draw(): void
}

/** The one scheduler of drawing: every change requests a reading, and `when` decides when all requests are served. */
export function createDrawing<T>(read: (before: T | null) => T, when: When): Drawing<T> {
  const drawn = shallowRef(read(null))
  let isDue = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function draw() {
    drawn.value = read(drawn.value)
  }

  function schedule() {
    clearTimeout(timer)
    timer = undefined
    if (isDue) return
    isDue = true
    when(() => {
      isDue = false
      draw()
    })
  }

  return {
    drawn,
    request(patience = 0) {
      if (patience === 0) schedule()
      else if (!isDue) timer ??= setTimeout(schedule, patience)
    },
    draw,
  }
}

/**
 * A copy of what `read` returns that is updated with the low priority. Everything in it comes from one reading, so
 * values that must agree belong in one copy. Call it in a component's setup.
 */
export function useLater<T>(read: () => T): Readonly<ShallowRef<T>> {
  const { drawn, request } = createDrawing(read, later)
  watch(read, () => {
    request()
  })
  return drawn
}
