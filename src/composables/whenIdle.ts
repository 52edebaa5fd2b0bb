/** Runs something once the browser has nothing better to do, at the latest after two seconds. */
export function whenIdle(run: () => void): void {
  // Safari has no idle callback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 2_000 })
  else setTimeout(run)
}

/** Resolves once the browser has nothing better to do. */
export function idle(): Promise<void> {
  return new Promise(whenIdle)
}
