/** Milliseconds: a hidden page gets no frames. */
const HIDDEN = 100

/** Calls back before the next paint; in a hidden page, after 100 ms. */
export function nextFrame(run: () => void): void {
  const frame = requestAnimationFrame(done)
  const timer = setTimeout(done, HIDDEN)

  function done() {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    run()
  }
}

/** Calls back after the next paint, so that slow work does not delay the response to a click. */
export function afterPaint(run: () => void): void {
  nextFrame(() => setTimeout(run))
}
