import type { End } from '../../machines/steps'
import { createProjection } from '../trace/projection'
import { partnerOf } from '../trace/trace'
import type { Trace } from '../trace/trace'
import type { ConnectionId } from '../trace/traceEvent'

interface Returns {
  /** The connections that have received a description or a candidate of the other one. */
  readonly received: ReadonlySet<ConnectionId>
  /** The connection whose partner returned after they had exchanged something; null if there is none. */
  readonly affected: ConnectionId | null
}

const NEGOTIATING: readonly string[] = ['description', 'candidate', 'end-of-candidates']

const readReturns = createProjection<Returns>({ received: new Set(), affected: null }, (before, event) => {
  const { received, affected } = before
  if (affected !== null || event.kind !== 'signal') return before
  const { conn } = event
  if (event.name === 'other-end')
    return event.data.returned && received.has(conn) ? { received, affected: conn } : before
  return NEGOTIATING.includes(event.name) && !received.has(conn)
    ? { received: new Set(received).add(conn), affected }
    : before
})

/**
 * The end that returned without its connection, so that this call cannot continue: a reloaded page has a new
 * RTCPeerConnection, but the other end already knows the description or the candidates of the old one. null if there is
 * none; an end that returned before the other received anything can continue.
 */
export function lostEnd(trace: Trace): End | null {
  const { affected } = readReturns(trace)
  return affected === null ? null : (partnerOf(trace.connections, affected)?.role ?? null)
}
