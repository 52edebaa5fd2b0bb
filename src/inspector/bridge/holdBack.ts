/** Milliseconds without a report after which reports are passed on; a call at full speed reports more often. */
export const QUIET = 100
/** The longest time that a report waits, in milliseconds, while others follow it. */
export const LONGEST = 500

export interface HeldBack<Report> {
  add: (report: Report) => void
  /** Passes on all waiting reports now. */
  flush: () => void
}

/**
 * Keeps reports until none has arrived for a moment, then passes all on in order. Passing one on often takes longer
 * than a step of a call, and would delay the browser's own callbacks.
 */
export function holdBack<Report>(pass: (report: Report) => void): HeldBack<Report> {
  let waiting: Report[] = []
  let quiet: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined

  function flush() {
    clearTimeout(quiet)
    clearTimeout(longest)
    longest = undefined
    const due = waiting
    waiting = []
    for (const report of due) pass(report)
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
