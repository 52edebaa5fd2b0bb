/**
 * Tells the page around a frame how high the frame's content is, in CSS px, now and whenever it changes:
 * `{ type: 'handshake.height', height }`. Any page may frame it and a height is no secret, so any origin is told.
 */
export function reportHeight(content: HTMLElement): void {
  if (parent === window) return
  let last = 0
  new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().height)
    if (height === last) return
    last = height
    parent.postMessage({ type: 'handshake.height', height }, '*')
  }).observe(content)
}
