/** Runs something once the browser has nothing better to do, at the latest after so many milliseconds. */
export function whenIdle(run: () => void, timeout = 2_000): void {
  // Safari has no idle callback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout })
  else setTimeout(run)
}

/** Resolves once the browser has nothing better to do. */
export function idle(): Promise<void> {
  return new Promise((resolve) => whenIdle(resolve))
}
