/** What is asked of a browser, in the order of how much depends on it. */
export const CHECKS = ['webrtc', 'secure', 'capture', 'channel', 'locks', 'storage', 'worker'] as const

export type CheckId = (typeof CHECKS)[number]

/** The part of a window that is looked at; each may be missing, and reading some of them may throw. */
export interface BrowserGlobals {
  readonly isSecureContext?: boolean
  readonly RTCPeerConnection?: unknown
  readonly BroadcastChannel?: new (name: string) => { close(): void }
  readonly localStorage?: unknown
  readonly navigator: {
    readonly mediaDevices?: { readonly getUserMedia?: unknown } | undefined
    readonly locks?: unknown
    readonly serviceWorker?: unknown
  }
}

const TESTS: Record<CheckId, (window: BrowserGlobals) => boolean> = {
  // Extensions and policies against address leaks take it away, or put null in its place.
  webrtc: ({ RTCPeerConnection }) => typeof RTCPeerConnection === 'function',
  secure: ({ isSecureContext }) => isSecureContext === true,
  capture: ({ navigator }) => typeof navigator.mediaDevices?.getUserMedia === 'function',
  channel: hasChannel,
  locks: ({ navigator }) => navigator.locks !== undefined,
  storage: ({ localStorage }) => localStorage !== undefined && localStorage !== null,
  worker: ({ navigator }) => navigator.serviceWorker !== undefined,
}

/** Whether pages can talk to each other: Firefox has the constructor and throws where a site may keep nothing. */
function hasChannel({ BroadcastChannel }: BrowserGlobals): boolean {
  if (BroadcastChannel === undefined) return false
  new BroadcastChannel('handshake').close()
  return true
}

/** Whether this browser has what the check asks for. Never throws. */
export function has(window: BrowserGlobals, id: CheckId): boolean {
  try {
    return TESTS[id](window)
  } catch {
    return false
  }
}

/**
 * What this browser lacks that a call on this page needs. Without a secure context much is missing at once;
 * then only the cause is named (https://w3c.github.io/webappsec-secure-contexts/).
 */
export function findMissing(window: BrowserGlobals): CheckId[] {
  const asked: readonly CheckId[] = has(window, 'secure')
    ? ['webrtc', 'capture', 'channel']
    : ['webrtc', 'secure', 'channel']
  return asked.filter((id) => !has(window, id))
}
