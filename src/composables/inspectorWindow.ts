const KEY = 'handshake.inspector'

/** The address of the inspector window that this tab has opened; null if it has opened none. */
export function readInspectorWindow(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** Remembers across reloads that this tab has opened an inspector window. */
export function noteInspectorWindow(url: string): void {
  try {
    sessionStorage.setItem(KEY, url)
  } catch {
    // Storage is blocked, so after a reload the learner must open the window again.
  }
}
