/** Milliseconds. A busy machine and a hidden tab make timers late by less than this; a page that slept, by more. */
const SLEPT = 5_000

interface Timer {
  id: ReturnType<typeof setTimeout>
}

/**
 * The clock of an end's delays, which does not count sleep. When a laptop wakes up, all delays are due at once,
 * before any awaited message can arrive: each would be a false alarm. So a delay that spans a sleep starts over. The
 * wall clock tells, because the clock of timers may stop during sleep (HR-Time §3, note).
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
