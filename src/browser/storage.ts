const PREFIX = 'handshake.'

/** How long a value is kept: for every later visit, or until this tab closes. */
type Kept = 'always' | 'visit'

// Reading the property throws where the browser blocks storage.
const storeOf = (kept: Kept) => (kept === 'always' ? localStorage : sessionStorage)

/** The value stored under a key; null if there is none or storage is blocked (private mode). */
export function readStored(key: string, kept: Kept = 'always'): string | null {
  try {
    return storeOf(kept).getItem(PREFIX + key)
  } catch {
    return null
  }
}

/** Stores a text. Returns false where storage is blocked or full. */
export function writeStored(key: string, value: string, kept: Kept = 'always'): boolean {
  try {
    storeOf(kept).setItem(PREFIX + key, value)
    return true
  } catch {
    return false
  }
}

/** Deletes what was stored under a key. */
export function eraseStored(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {
    // Storage is blocked, so there is nothing to delete.
  }
}

/** Calls `changed` with the new text whenever another tab stores something under a key; null: it was deleted. */
export function watchStored(key: string, changed: (text: string | null) => void): void {
  if (typeof window === 'undefined') return
  addEventListener('storage', (event) => {
    if (event.key === PREFIX + key) changed(event.newValue)
  })
}
