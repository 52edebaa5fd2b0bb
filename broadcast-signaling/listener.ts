/**
 * Runs a listener so that its exception stops nothing else. The error still reaches `window.onerror` and the console,
 * like the error of a DOM event listener (WHATWG HTML, "report an exception").
 */
export function runListener(run: () => void): void {
  try {
    run()
  } catch (error) {
    // Not reportError(), which Node lacks.
    queueMicrotask(() => {
      throw error
    })
  }
}
