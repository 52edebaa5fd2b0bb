import type { Settings } from '../../../machines/contracts'
import { withRole } from '../../trace/trace'
import type { ConnectionView } from '../../trace/trace'

/** The settings at the moment of a view; null where they were not recorded. */
export function settingsAt(connections: readonly ConnectionView[]): Settings | null {
  return withRole(connections, 'caller')?.end?.context.settings ?? null
}

/** Connections whose media came from another source than the one now set. */
export function capturedOtherwise(
  connections: readonly ConnectionView[],
  source: Settings['media'],
): ConnectionView[] {
  return connections.filter(
    (one) => isOpen(one) && one.facts.media !== null && one.facts.media.source !== source,
  )
}

/** Connections that exist already, so they keep the ICE servers they were created with. */
export function connectedAlready(connections: readonly ConnectionView[]): ConnectionView[] {
  return connections.filter((one) => isOpen(one) && one.facts.peer !== null)
}

/**
 * Whether candidates still follow a description that was sent. Its sender has promised trickle, so the switch is
 * locked.
 */
export function isTrickling(connections: readonly ConnectionView[]): boolean {
  return connections.some(
    ({ end }) => end !== null && end.tag !== 'closed' && end.context.descriptionSent && !end.context.gathered,
  )
}

/** Only a connection of a call that is not over is listed. */
function isOpen({ end }: ConnectionView): boolean {
  return end !== null && end.tag !== 'closed'
}
