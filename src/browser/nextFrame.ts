/** Milliseconds: in a hidden page no frame ever comes. */
const HIDDEN = 100

/** Calls back before the next paint, or soon where nothing is painted. */
export function nextFrame(run: () => void): void {
  const frame = requestAnimationFrame(done)
  const timer = setTimeout(done, HIDDEN)

  function done() {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    run()
  }
}

/** Calls back after the next paint: work that takes long does not delay the answer to a click. */
export function afterPaint(run: () => void): void {
  nextFrame(() => setTimeout(run))
}
