/** Milliseconds that a hurried call may go on unseen; all thirteen steps take less unless something is slow. */
const PATIENCE = 250

/** When the page shows what has happened. */
export interface Showing {
  /** Something happened: it shows at once, but in a hurry only now and then. */
  look(): void
  /** Shows what was held back, if anything was. */
  catchUp(): void
}

/**
 * Drawing a page takes longer than a step of a call. At full speed the steps would spend their time waiting for
 * pictures that nobody has time to see, so a hurried call draws when it arrives or when it takes long.
 */
export function createShowing(show: () => void, isHurried: () => boolean): Showing {
  let timer: ReturnType<typeof setTimeout> | undefined

  function showNow() {
    clearTimeout(timer)
    timer = undefined
    show()
  }

  return {
    look() {
      if (isHurried()) timer ??= setTimeout(showNow, PATIENCE)
      else showNow()
    },
    catchUp() {
      if (timer !== undefined) showNow()
    },
  }
}
