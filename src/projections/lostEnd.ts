import type { End } from '../../machines/steps'
import { createProjection } from '../trace/projection'
import { partnerOf } from '../trace/trace'
import type { Trace } from '../trace/trace'
import type { ConnectionId } from '../trace/traceEvent'

interface Returns {
  /** The connections that have heard a description or a candidate of the other one. */
  readonly heard: ReadonlySet<ConnectionId>
  /** Who was told that the other one, of which it had heard, has come back; null while nobody was. */
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
 * The end that came back without its connection, so that this call cannot go on: a page that is loaded again
 * has a new RTCPeerConnection, and the other end already knows the description or the candidates of the old
 * one. Null where none did; whoever returns before it was heard simply goes on.
 */
export function lostEnd(trace: Trace): End | null {
  const { told } = readReturns(trace)
  return told === null ? null : (partnerOf(trace.connections, told)?.role ?? null)
}
