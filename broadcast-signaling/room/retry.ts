/** Milliseconds before the first attempt to reconnect; each further one takes twice as long, up to the longest. */
const FIRST_WAIT = 250
const LONGEST_WAIT = 5_000

/** When to connect again after a connection was lost. */
export interface Retry {
  schedule(): void
  /** The connection works: the next wait is the first one again. */
  reset(): void
  stop(): void
}

export function createRetry(connect: () => void): Retry {
  let attempts = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  return {
    schedule() {
      const wait = Math.min(FIRST_WAIT * 2 ** attempts, LONGEST_WAIT)
      attempts += 1
      // A part of it by chance, so that the members of a server that restarts do not all come at once.
      waiting = setTimeout(connect, wait * (0.5 + Math.random() / 2))
    },
    reset() {
      attempts = 0
    },
    stop: () => clearTimeout(waiting),
  }
}
