/** Milliseconds. A busy machine or a hidden tab delays timers by less than this; sleep delays them by more. */
const SLEPT = 5_000

interface Timer {
  id: ReturnType<typeof setTimeout>
}

/**
 * The clock of an end's delays, which does not count sleep. When a laptop wakes up, all delays are due at once, before
 * any awaited message can arrive, and each would be a false alarm. So a delay that spans a sleep starts over. The wall
 * clock detects it, because the timer clock may stop during sleep (HR-Time §3, note).
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
