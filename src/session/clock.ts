/** Milliseconds that the page's own clock may fall behind: less is drift, more is a sleep. */
const SLEPT = 1_000

/**
 * Opens a clock that says milliseconds since 1970: finely enough for a log, never running backwards, and the same in
 * every tab. `performance.now()` alone stands still during a sleep in some browsers (HR-Time §3, note), so that a tab
 * opened before it would live in the past of one opened after; such a clock is set again by the wall clock.
 */
export function openClock(page: Pick<Performance, 'timeOrigin' | 'now'>, wall: () => number): () => number {
  let origin = page.timeOrigin
  return () => {
    const behind = wall() - (origin + page.now())
    if (behind > SLEPT) origin += behind
    return origin + page.now()
  }
}

/** The clock of this page. */
export const now = openClock(performance, () => Date.now())
