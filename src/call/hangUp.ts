import type { OpenEnd } from './openEnd'

/** Milliseconds that the goodbye of one end may take to reach the other on the same page. */
const GOODBYE = 1_000

/**
 * Hangs up at the first of this page's ends. The other one goes by the goodbye that crosses; where none does, its
 * devices must not stay on, and it hangs up itself. Gives back what calls that off.
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

/** Both ends go with their page: no goodbye would be heard any more. */
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
