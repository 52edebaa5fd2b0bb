/** Milliseconds that a call may run to a step without rendering; all thirteen steps take less unless something is slow. */
const MAX_DELAY = 250

/** When the page shows what has happened. */
export interface RenderThrottle {
  /** Asks for a render: at once, or within 250 ms while the call runs to a step. */
  request(): void
  /** Renders what was put off, if anything was. */
  flush(): void
}

/**
 * Limits how often the page renders while the call runs to a step: rendering costs more than a step, so the page
 * renders on arrival, or after 250 ms.
 */
export function createRenderThrottle(show: () => void, isRushing: () => boolean): RenderThrottle {
  let timer: ReturnType<typeof setTimeout> | undefined

  function showNow() {
    clearTimeout(timer)
    timer = undefined
    show()
  }

  return {
    request() {
      if (isRushing()) timer ??= setTimeout(showNow, MAX_DELAY)
      else showNow()
    },
    flush() {
      if (timer !== undefined) showNow()
    },
  }
}
