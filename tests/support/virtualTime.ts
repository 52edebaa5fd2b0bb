import type { StepId } from '../../machines/steps'
import type { Call } from '../../src/session/createCall'
import { vi } from 'vitest'

export interface VirtualTime {
  /** Runs everything that is not on a timer. */
  settle(): Promise<void>
  /** Advances to the next timer and runs it; false if there is none, so that nothing can happen any more. */
  leap(): boolean
  /** Time passes while nothing runs, as in a sleeping laptop; then everything due runs at once, before any message. */
  sleep(ms: number): void
  /** Milliseconds since the beginning. */
  now(): number
  /** Cancels every timer. */
  clear(): void
}

/**
 * Time that jumps from timer to timer. vitest's fake timers wait for a real millisecond at every jump, which is too
 * long for ten thousand calls. Ends with the test (`unstubGlobals`).
 */
export function useVirtualTime(): VirtualTime {
  let time = 0
  const start = Date.now()
  let last = 0
  let timers: { id: number; at: number; run: () => void }[] = []
  const add = (run: () => void, delay = 0) => {
    last += 1
    timers.push({ id: last, at: time + Math.max(0, delay), run })
    return last
  }
  vi.stubGlobal('setTimeout', add)
  vi.stubGlobal(
    'Date',
    class extends Date {
      static override now = () => start + time
    },
  )
  vi.stubGlobal('clearTimeout', (id: number) => {
    timers = timers.filter((timer) => timer.id !== id)
  })

  return {
    settle: () => new Promise((done) => setImmediate(done)),
    leap() {
      const next = timers.reduce<(typeof timers)[number] | null>(
        (first, timer) => (first === null || timer.at < first.at ? timer : first),
        null,
      )
      if (next === null) return false
      timers = timers.filter((timer) => timer !== next)
      time = Math.max(time, next.at)
      next.run()
      return true
    },
    sleep(ms) {
      time += ms
      const due = timers.filter(({ at }) => at <= time).sort((one, other) => one.at - other.at)
      for (const timer of due) {
        // An earlier timer may have cancelled it.
        if (!timers.includes(timer)) continue
        timers = timers.filter((other) => other !== timer)
        timer.run()
      }
    },
    now: () => time,
    clear() {
      timers = []
    },
  }
}

/** Runs steps until `step` is next, or all if it is null, and time as long as needed. Throws if a step hangs. */
export async function runUpTo(call: Call, time: VirtualTime, step: StepId | null): Promise<void> {
  for (;;) {
    await time.settle()
    const { turn } = call.history.view.value
    if (turn.step === step && (step === null || turn.tag !== 'busy')) return
    if (turn.tag === 'ready') call.playback.next()
    else if (!time.leap()) throw new Error(`hangs at ${JSON.stringify(turn)}`)
  }
}
