/** Milliseconds without a report after which those so far are told: a call at full speed is not through before. */
export const QUIET = 100
/** The longest that a report waits, in milliseconds, however many follow it. */
export const LONGEST = 500

export interface HeldBack<Report> {
  add: (report: Report) => void
  /** Tells at once what still waits. */
  flush: () => void
}

/**
 * Keeps reports until nothing has been reported for a moment, then tells all of them in their order. To tell one
 * takes longer than many a step of a call, and the browser's own answers would wait for it.
 */
export function holdBack<Report>(tell: (report: Report) => void): HeldBack<Report> {
  let waiting: Report[] = []
  let quiet: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined

  function flush() {
    clearTimeout(quiet)
    clearTimeout(longest)
    longest = undefined
    const due = waiting
    waiting = []
    for (const report of due) tell(report)
  }

  return {
    add(report) {
      waiting.push(report)
      clearTimeout(quiet)
      quiet = setTimeout(flush, QUIET)
      longest ??= setTimeout(flush, LONGEST)
    },
    flush,
  }
}
