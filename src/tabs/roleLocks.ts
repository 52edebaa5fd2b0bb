import type { End } from '../../machines/steps'

/** Milliseconds that a new tab waits for the message that a role is taken, where there are no locks. */
const GRACE = 400

/** Who may play an end: at most one tab at a time. */
export interface RoleLocks {
  /**
   * Resolves once this tab holds the end's lock; never, if given up before. `unopposed`: there are no locks here, and
   * nobody has objected.
   */
  claim(end: End, givenUp: AbortSignal): Promise<'locked' | 'unopposed'>
  /** Resolves when nobody holds the end's lock; never, where there are no locks. */
  free(end: End): Promise<void>
  /** Gives back what this tab holds. */
  release(): void
}

/**
 * Locks of the two ends as Web Locks: the browser frees a lock when its tab is closed, reloaded or crashes, so nobody has to send
 * heartbeats. On insecure pages `navigator.locks` is missing, and where site data is blocked it refuses every request
 * with a SecurityError (https://w3c.github.io/web-locks/#dom-lockmanager-request); there an end is taken if nobody
 * objects for a moment, and only a tab that says goodbye is known to be gone.
 */
export function openRoleLocks(room: string, locks: LockManager | undefined): RoleLocks {
  const held: (() => void)[] = []
  const closing = new AbortController()
  const nameOf = (end: End) => `handshake/${room}/${end}`

  /** Resolves once the lock is granted; rejects where there are no locks, or when `signal` takes the request back. */
  function request(end: End, options: LockOptions, hold?: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      if (locks === undefined) throw new DOMException('there are no locks', 'SecurityError')
      const granted = () => {
        resolve()
        return hold?.()
      }
      locks.request(nameOf(end), options, granted).catch(reject)
    })
  }

  return {
    async claim(end, givenUp) {
      const signal = eitherOf(givenUp, closing.signal)
      try {
        await request(end, { signal }, () => new Promise((release) => held.push(release)))
        return 'locked'
      } catch (error) {
        await (isAbort(error) ? never() : afterGrace(signal))
        return 'unopposed'
      }
    },
    // A shared request waits for the holder to leave, and lets everybody else wait beside it.
    async free(end) {
      try {
        await request(end, { mode: 'shared', signal: closing.signal })
      } catch {
        await never()
      }
    },
    release() {
      closing.abort()
      for (const release of held.splice(0)) release()
    },
  }
}

/** Resolves after the grace; never, if given up before. */
function afterGrace(givenUp: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (givenUp.aborted) return
    const timer = setTimeout(resolve, GRACE)
    givenUp.addEventListener('abort', () => clearTimeout(timer))
  })
}

/** What was given up, nobody waits for any more. */
function never(): Promise<never> {
  return new Promise(() => undefined)
}

/** Aborts with the first of the two. By hand: AbortSignal.any() is younger than the browsers that we support. */
function eitherOf(...signals: readonly AbortSignal[]): AbortSignal {
  const either = new AbortController()
  for (const signal of signals) {
    if (signal.aborted) either.abort()
    signal.addEventListener('abort', () => either.abort())
  }
  return either.signal
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
