import type { End } from '../../machines/steps'
import { createProjection } from '../trace/projection'
import { partnerOf } from '../trace/trace'
import type { Trace } from '../trace/trace'
import type { ConnectionId } from '../trace/traceEvent'

interface Returns {
  /** The connections that have received a description or a candidate of the other one. */
  readonly heard: ReadonlySet<ConnectionId>
  /** The connection whose partner returned after they had exchanged something; null if there is none. */
  readonly told: ConnectionId | null
}

const HEARD: readonly string[] = ['description', 'candidate', 'end-of-candidates']

const readReturns = createProjection<Returns>({ heard: new Set(), told: null }, (before, event) => {
  const { heard, told } = before
  if (told !== null || event.kind !== 'signal') return before
  const { conn } = event
  if (event.name === 'other-end')
    return event.data.returned && heard.has(conn) ? { heard, told: conn } : before
  return HEARD.includes(event.name) && !heard.has(conn) ? { heard: new Set(heard).add(conn), told } : before
})

/**
 * The end that returned without its connection, so that this call cannot continue: a reloaded page has a new
 * RTCPeerConnection, but the other end already knows the description or the candidates of the old one. null if there is
 * none; an end that returned before the other received anything can continue.
 */
export function lostEnd(trace: Trace): End | null {
  const { told } = readReturns(trace)
  return told === null ? null : (partnerOf(trace.connections, told)?.role ?? null)
}
