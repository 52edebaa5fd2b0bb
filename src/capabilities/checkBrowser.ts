/** The checks of a browser, those on which most depends first. */
export const CHECKS = ['webrtc', 'secure', 'capture', 'channel', 'locks', 'storage', 'worker'] as const

export type CheckId = (typeof CHECKS)[number]

/** The part of a window that is checked; each member may be missing, and reading some of them may throw. */
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
  // Extensions and policies against address leaks remove it or set it to null.
  webrtc: ({ RTCPeerConnection }) => typeof RTCPeerConnection === 'function',
  secure: ({ isSecureContext }) => isSecureContext === true,
  capture: ({ navigator }) => typeof navigator.mediaDevices?.getUserMedia === 'function',
  channel: hasChannel,
  locks: ({ navigator }) => navigator.locks !== undefined,
  storage: ({ localStorage }) => localStorage !== undefined && localStorage !== null,
  worker: ({ navigator }) => navigator.serviceWorker !== undefined,
}

/** Whether pages can talk to each other. Firefox has the constructor, but it throws where a site may store nothing. */
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
 * What this browser lacks of what a call on this page needs. Without a secure context much is missing at once, so only
 * that cause is named (https://w3c.github.io/webappsec-secure-contexts/).
 */
export function findMissing(window: BrowserGlobals): CheckId[] {
  const asked: readonly CheckId[] = has(window, 'secure')
    ? ['webrtc', 'capture', 'channel']
    : ['webrtc', 'secure', 'channel']
  return asked.filter((id) => !has(window, id))
}
