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

/** Calls back after the next frame is painted, so that slow work does not delay the answer to a click. */
export function afterPaint(run: () => void): void {
  nextFrame(() => setTimeout(run))
}

/** Makes `work` run once for all the calls until the next frame: a burst of events is drawn once, not each. */
export function onceAFrame(work: () => void, next: typeof nextFrame): () => void {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    next(() => {
      isDue = false
      work()
    })
  }
}
