import type { OpenEnd } from './openEnd'

/** Milliseconds that the `bye` of one end may take to reach the other end on the same page. */
const GOODBYE = 1_000

/**
 * Hangs up one end of this page. Its `bye` closes the other end. If the `bye` does not arrive in time, the other end
 * hangs up by itself, so that its devices do not stay on. Returns a function that cancels this.
 */
export function hangUp(ends: readonly OpenEnd[]): () => void {
  ends[0]?.send({ type: 'call.hang-up' })
  const timer = setTimeout(() => {
    for (const end of ends.filter(isOpen)) end.send({ type: 'call.hang-up' })
  }, GOODBYE)
  return () => {
    clearTimeout(timer)
  }
}

/** Closes both ends because the page is being left; a `bye` would not arrive. */
export function hangUpAsLeft(ends: readonly OpenEnd[]): void {
  for (const end of ends.filter(isOpen)) end.send({ type: 'call.hang-up', reason: 'left' })
}

/** Closes both signaling channels once both ends of this page are closed. In a shared room they stay open for late joiners. */
export function closeSignalingWhenOver(ends: readonly OpenEnd[]): void {
  if (ends.length < 2 || ends.some(isOpen)) return
  for (const end of ends) end.closeSignaling()
}

function isOpen(end: OpenEnd): boolean {
  return !end.snapshot().hasTag('closed')
}
