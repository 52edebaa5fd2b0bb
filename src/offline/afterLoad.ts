/** Milliseconds to wait where the browser cannot report that it is idle (Safari). */
const QUIET = 2000

/** Runs once when the page has loaded and the browser is idle. */
export function afterLoad(run: () => void): void {
  const wait = () => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(run)
    else setTimeout(run, QUIET)
  }
  if (document.readyState === 'complete') wait()
  else addEventListener('load', wait, { once: true })
}
