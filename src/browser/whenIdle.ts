/** Runs something when the browser is idle, at the latest after `timeout` milliseconds. */
export function whenIdle(run: () => void, timeout = 2_000): void {
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout })
  else setTimeout(run)
}

/** Resolves when the browser is idle. */
export function idle(): Promise<void> {
  return new Promise((resolve) => whenIdle(resolve))
}
