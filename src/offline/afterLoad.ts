/** Milliseconds to leave a page in peace where the browser does not tell when it is idle (Safari). */
const QUIET = 2000

/** Runs once when the page has loaded and has nothing better to do. */
export function afterLoad(run: () => void): void {
  const wait = () => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(run)
    else setTimeout(run, QUIET)
  }
  if (document.readyState === 'complete') wait()
  else addEventListener('load', wait, { once: true })
}
