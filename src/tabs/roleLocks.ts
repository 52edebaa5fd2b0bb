import type { End } from '../../machines/steps'

/** Milliseconds that a new tab waits for the message that a role is taken, where there are no locks. */
const GRACE = 400

/** Who may play an end: at most one tab at a time. */
export interface RoleLocks {
  /**
   * Resolves once this tab has the lock of the end; never, if aborted before. `unopposed`: there are no locks here, and
   * no tab has objected.
   */
  claim(end: End, givenUp: AbortSignal): Promise<'locked' | 'unopposed'>
  /**
   * Resolves when no tab has the lock of the end; never, where there are no locks. `holder`: the tab that has it, for
   * devices, which have no locks.
   */
  free(end: End, holder?: string): Promise<void>
  /** Releases the lock that this tab has. */
  release(): void
}

/**
 * The locks of the two ends, as Web Locks: the browser frees a lock when its tab is closed, reloaded or crashes, so no
 * heartbeats are needed. On insecure pages `navigator.locks` is missing, and where site data is blocked it rejects
 * every request with a SecurityError (https://w3c.github.io/web-locks/#dom-lockmanager-request). There a tab takes a
 * role if no other objects in time, and only a tab that announces its leaving is known to be gone.
 */
export function openRoleLocks(room: string, locks: LockManager | undefined): RoleLocks {
  const held: (() => void)[] = []
  const closing = new AbortController()
  const nameOf = (end: End) => `handshake/${room}/${end}`

  /** Resolves once the lock is granted; rejects where there are no locks, or when `signal` aborts the request. */
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
    // A shared request waits until the holder leaves, and several tabs can wait together.
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

/** Resolves after the grace period; never, if aborted before. */
function afterGrace(givenUp: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (givenUp.aborted) return
    const timer = setTimeout(resolve, GRACE)
    givenUp.addEventListener('abort', () => clearTimeout(timer))
  })
}

/** For an aborted request: it never settles. */
function never(): Promise<never> {
  return new Promise(() => undefined)
}

/**
 * A signal that aborts with the first of several. Written by hand: the oldest supported browsers lack
 * AbortSignal.any().
 */
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
