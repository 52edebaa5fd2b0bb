const PREFIX = 'handshake.'

/** What was kept under a key; null when nothing was, or the browser keeps nothing (private mode, blocked). */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key)
  } catch {
    return null
  }
}

/** Keeps a text for the next visit; false where the browser does not let us, or has no room left. */
export function writeStored(key: string, value: string): boolean {
  try {
    localStorage.setItem(PREFIX + key, value)
    return true
  } catch {
    return false
  }
}

/** Forgets what was kept under a key. */
export function eraseStored(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {
    // Where nothing can be kept, nothing is.
  }
}
