const KEY = 'handshake.inspector'

/** The inspector window that this tab has opened, by its address; null when it has opened none. */
export function readInspectorWindow(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** Remembers that this tab has opened an inspector window, over reloads of the page. */
export function noteInspectorWindow(url: string): void {
  try {
    sessionStorage.setItem(KEY, url)
  } catch {
    // Then the window has to be opened again after a reload.
  }
}
