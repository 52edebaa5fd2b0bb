/** Space kept between what is shown and the edge of the view. */
const MARGIN = 16

/**
 * Where a view must scroll to, so that the piece from `start` to `end` of its content is seen; null if it is.
 * All in pixels. Unlike scrollIntoView() it moves no other scroller, so the page stays where it is.
 */
export function scrollTopFor(
  view: { top: number; height: number },
  piece: { start: number; end: number },
): number | null {
  if (piece.start < view.top + MARGIN) return Math.max(0, piece.start - MARGIN)
  if (piece.end > view.top + view.height - MARGIN) return piece.end + MARGIN - view.height
  return null
}

/** Scrolls `view`, and nothing else, until `piece` is seen. */
export function scrollWithin(view: HTMLElement, piece: HTMLElement, behavior: ScrollBehavior) {
  const start = piece.getBoundingClientRect().top - view.getBoundingClientRect().top + view.scrollTop
  const top = scrollTopFor(
    { top: view.scrollTop, height: view.clientHeight },
    { start, end: start + piece.offsetHeight },
  )
  if (top !== null) view.scrollTo({ top, behavior })
}
