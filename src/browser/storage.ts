const PREFIX = 'handshake.'

/** How long something is kept: for every later visit, or until this tab closes. */
type Kept = 'always' | 'visit'

// Even to ask for it throws where the browser keeps nothing.
const storeOf = (kept: Kept) => (kept === 'always' ? localStorage : sessionStorage)

/** What was kept under a key; null when nothing was, or the browser keeps nothing (private mode, blocked). */
export function readStored(key: string, kept: Kept = 'always'): string | null {
  try {
    return storeOf(kept).getItem(PREFIX + key)
  } catch {
    return null
  }
}

/** Keeps a text; false where the browser does not let us, or has no room left. */
export function writeStored(key: string, value: string, kept: Kept = 'always'): boolean {
  try {
    storeOf(kept).setItem(PREFIX + key, value)
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
