/** Space kept between the element and the edge of the view. */
const MARGIN = 16

/**
 * The scroll position of a view that shows the range `start` to `end` of its content; null if it is visible. In pixels.
 * Unlike scrollIntoView() it scrolls no other element, so the page does not move.
 */
export function scrollTopFor(
  view: { top: number; height: number },
  piece: { start: number; end: number },
): number | null {
  if (piece.start < view.top + MARGIN) return Math.max(0, piece.start - MARGIN)
  if (piece.end > view.top + view.height - MARGIN) return piece.end + MARGIN - view.height
  return null
}

/** Scrolls `view`, and nothing else, until `piece` is visible. */
export function scrollWithin(view: HTMLElement, piece: HTMLElement, behavior: ScrollBehavior) {
  const start = piece.getBoundingClientRect().top - view.getBoundingClientRect().top + view.scrollTop
  const top = scrollTopFor(
    { top: view.scrollTop, height: view.clientHeight },
    { start, end: start + piece.offsetHeight },
  )
  if (top !== null) view.scrollTo({ top, behavior })
}
