/** Milliseconds. A busy machine and a hidden tab make timers late by less than this; a page that slept, by more. */
const SLEPT = 5_000

interface Timer {
  id: ReturnType<typeof setTimeout>
}

/**
 * The clock of an end's delays, which counts no sleep. A laptop that wakes up finds all of them due at once, before
 * a word of what they wait for could come, and each would be a false alarm: a delay that was slept through starts
 * over. Told by the wall clock, because the clock of timers may stand still meanwhile (HR-Time §3, note).
 */
export const awakeClock = {
  setTimeout(run: () => void, delay: number): Timer {
    const timer: Timer = { id: start() }
    return timer

    function start() {
      const due = Date.now() + delay
      return setTimeout(() => {
        if (Date.now() - due < SLEPT) run()
        else timer.id = start()
      }, delay)
    }
  },
  clearTimeout({ id }: Timer) {
    clearTimeout(id)
  },
}
