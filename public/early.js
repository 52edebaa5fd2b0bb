// Runs before the first paint, on every page of the app: sets the theme that the reader chose, and keeps what is
// pressed before the app can answer it; src/browser/earlyEvents.ts lets the app answer it later.
{
  const root = document.documentElement
  let theme = null
  try {
    theme = localStorage.getItem('handshake.theme')
  } catch {
    // Storage is blocked: the system's theme.
  }
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = theme === 'light' || theme === 'dark' ? theme : isDark ? 'dark' : 'light'

  /** @type {Event[] | null} */
  window.handshakeEarly = []
  const keep = (/** @type {Event} */ event) => {
    if (window.handshakeEarly === null || !event.isTrusted) return
    window.handshakeEarly.push(event)
    // Without the app a form would leave the page.
    if (event.type === 'submit') event.preventDefault()
  }
  for (const type of ['click', 'input', 'keydown', 'submit']) addEventListener(type, keep, true)
}
