/** Milliseconds by which the page's own clock may fall behind: less is drift, more is sleep. */
const SLEPT = 1_000

/**
 * Opens a clock that returns milliseconds since 1970: precise enough for a log, never running backwards, and the same
 * in every tab. In some browsers `performance.now()` stops during sleep (HR-Time §3, note), so a tab opened before the
 * sleep would be behind a tab opened after it. Such a clock is corrected by the wall clock.
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
