import type { End } from '../../machines/steps'

/** Milliseconds a newcomer waits to be told that an end is taken, where there are no locks. */
const GRACE = 400

/** Who may play an end: at most one tab at a time. */
export interface Seats {
  /** Resolves once this tab holds the seat; never, if given up before. */
  claim(end: End, givenUp: AbortSignal): Promise<void>
  /** Resolves when nobody holds the seat. */
  free(end: End): Promise<void>
  /** Gives back what this tab holds. */
  release(): void
}

/**
 * Seats as Web Locks: the browser frees a lock when its tab is closed, reloaded or crashes, so nobody has to send
 * heartbeats. On insecure pages `navigator.locks` is missing; there a seat is taken if nobody objects for a moment,
 * and only a tab that says goodbye is known to be gone.
 */
export function openSeats(room: string, locks: LockManager | undefined): Seats {
  const held: (() => void)[] = []
  const closing = new AbortController()
  const nameOf = (end: End) => `handshake/${room}/${end}`

  if (locks === undefined) {
    return {
      claim: (_end, givenUp) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, GRACE)
          givenUp.addEventListener('abort', () => clearTimeout(timer))
        }),
      free: () => new Promise(() => undefined),
      release: () => undefined,
    }
  }

  return {
    claim: (end, givenUp) =>
      new Promise((resolve) => {
        const signal = AbortSignal.any([givenUp, closing.signal])
        const hold = () =>
          new Promise<void>((release) => {
            held.push(release)
            resolve()
          })
        locks.request(nameOf(end), { signal }, hold).catch(ignoreAbort)
      }),
    // A shared request waits for the holder to leave, and lets everybody else wait beside it.
    free: (end) =>
      new Promise((resolve) => {
        const { signal } = closing
        locks.request(nameOf(end), { mode: 'shared', signal }, () => resolve()).catch(ignoreAbort)
      }),
    release() {
      closing.abort()
      for (const release of held.splice(0)) release()
    },
  }
}

/** A request that was given up rejects; nobody waits for it any more. */
function ignoreAbort(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
}
