/**
 * Scrolls the nearest scrolling ancestor of an element so that the element is below its top edge, with some room above
 * it. Unlike `scrollIntoView()` it scrolls no other ancestor, so never the page.
 */
export function scrollInside(element: Element, room: number): void {
  const box = scrollerOf(element)
  if (box === null) return
  const { top } = box.getBoundingClientRect()
  box.scrollTop += element.getBoundingClientRect().top - top - box.clientTop - room
}

/** Scrolls as little as is needed to show an element in its nearest scrolling ancestor. */
export function showInside(element: Element): void {
  const box = scrollerOf(element)
  if (box === null) return
  const { top, bottom } = box.getBoundingClientRect()
  const own = element.getBoundingClientRect()
  if (own.top < top || own.height > bottom - top) box.scrollTop += own.top - top
  else if (own.bottom > bottom) box.scrollTop += own.bottom - bottom
}

function scrollerOf(element: Element): HTMLElement | null {
  const { parentElement: parent } = element
  if (parent === null || parent === document.body) return null
  return /auto|scroll/.test(getComputedStyle(parent).overflowY) ? parent : scrollerOf(parent)
}
