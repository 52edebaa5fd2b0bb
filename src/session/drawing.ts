import { shallowRef, watch } from 'vue'
import type { ShallowRef } from 'vue'
import { whenIdle } from '../browser/whenIdle'

/** Milliseconds that what is drawn later may lag behind: longer would look like another event. */
const LATEST = 100

/** When a drawing is made: calls back once. The priorities are `nextFrame`, `afterPaint` and `later`. */
export type When = (run: () => void) => void

/** The low priority, for what takes long to draw: once the browser is idle, at most 100 ms from now. */
export const later: When = (run) => {
  whenIdle(run, LATEST)
}

/** A value that the page shows, which is always read as a whole, and at most once for each time that it is drawn. */
export interface Drawing<T> {
  readonly drawn: Readonly<ShallowRef<T>>
  /**
   * Asks for a new reading. With `patience` it may be that many milliseconds late, so that many changes become one
   * reading; a request without patience does not wait for it.
   */
  request(patience?: number): void
  /** Reads now: for a page that is left, which gets no more frames. */
  draw(): void
}

/** The one scheduler of drawing: whatever changes asks for a reading, and `when` says when all requests are answered. */
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
 * A copy of what `read` gives that follows it with the low priority. Everything in it comes from one reading: what
 * must agree belongs in one copy. To be called in a component's setup.
 */
export function useLater<T>(read: () => T): Readonly<ShallowRef<T>> {
  const { drawn, request } = createDrawing(read, later)
  watch(read, () => {
    request()
  })
  return drawn
}
