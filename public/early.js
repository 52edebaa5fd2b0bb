// Runs before the first paint, on every page of the app: sets the theme that the reader chose, says whether the drawer
// of the note will be open, and keeps what is pressed before the app can answer it; src/browser/earlyEvents.ts lets the
// app answer it later.
{
  const root = document.documentElement
  const stored = (/** @type {string} */ key) => {
    try {
      return localStorage.getItem(`handshake.${key}`)
    } catch {
      return null // Storage is blocked: the system's theme.
    }
  }
  const theme = stored('theme')
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = theme === 'light' || theme === 'dark' ? theme : isDark ? 'dark' : 'light'

  // As src/pages/useNoteDrawer.ts decides: a note not read yet opens the drawer, unless hints come first.
  const step = /\/call\/(?:([^/]+)\/)?$/.exec(location.pathname)
  const isRead = stored('progress')?.includes(`"lesson:${step?.[1] ?? 'capture-media'}"`) ?? false
  if (step !== null && !isRead && stored('hints') !== null && stored('note-drawer') !== 'closed')
    root.dataset.drawer = 'open'

  /** @type {{ event: Event, value: unknown, checked: unknown }[] | null} */
  window.handshakeEarly = []
  const keep = (/** @type {Event} */ event) => {
    if (window.handshakeEarly === null || !event.isTrusted) return
    const { value, checked } = event.target
    window.handshakeEarly.push({ event, value, checked })
    // Without the app a form would leave the page, and so would a finger that asks what a term means.
    const isTap = event.type === 'click' && event.pointerType === 'touch'
    if (event.type === 'submit' || (isTap && event.target.closest('a[data-term]'))) event.preventDefault()
  }
  for (const type of ['click', 'input', 'change', 'keydown', 'submit']) addEventListener(type, keep, true)
}
