import type { CallView } from '../../session/callView'
import { createProjection } from '../../trace/projection'
import type { ConnectionId, TraceEvent } from '../../trace/traceEvent'

export const TRANSPORT_PHASES = ['ice', 'dtls', 'media'] as const
export type TransportPhase = (typeof TRANSPORT_PHASES)[number]
export type PhaseStatus = 'todo' | 'busy' | 'done' | 'failed'

/** How far the transport has come after the last step, when the app calls nothing more. */
export function deriveTransportPhases({ trace, turn }: CallView): Record<TransportPhase, PhaseStatus> {
  const { end, connected } = readTransport(trace)
  // After hanging up, the map keeps what was reached.
  const index = end ?? trace.events.length
  // A peer outside this app reports nothing, so only the connections that have reported are asked.
  const all = trace.connections.flatMap(({ id }) => {
    const facts = trace.factsAt(id, index)
    return facts?.peer ? [{ id, tracks: facts.tracks, peer: facts.peer }] : []
  })
  const ices = all.map(({ peer }) => peer.iceConnectionState)
  const reaches = all.length > 0 && ices.every((ice) => ice === 'connected' || ice === 'completed')
  const secured = all.length > 0 && all.every(({ id }) => connected.has(id))
  const failed = turn.phase === 'failed' || all.some(({ peer }) => peer.connectionState === 'failed')
  const flows = all.every(({ tracks }) => isReceiving(tracks))

  if (failed)
    return {
      ice: reaches ? 'done' : 'failed',
      dtls: secured ? 'done' : reaches ? 'failed' : 'todo',
      media: 'todo',
    }
  if (!reaches) {
    const started = ices.some((ice) => ice !== 'new')
    return { ice: started ? 'busy' : 'todo', dtls: secured ? 'done' : 'todo', media: 'todo' }
  }
  if (!secured) return { ice: 'done', dtls: 'busy', media: 'todo' }
  return { ice: 'done', dtls: 'done', media: flows ? 'done' : 'busy' }
}

interface Transport {
  /** Position of the event that ended the call; null before it. */
  readonly end: number | null
  /** Connections that were connected before that: DTLS keeps its keys through an interruption and an ICE restart. */
  readonly connected: ReadonlySet<ConnectionId>
}

const readTransport = createProjection<Transport>({ end: null, connected: new Set() }, (before, event) => {
  if (before.end !== null) return before
  if (isEnd(event)) return { ...before, end: event.seq }
  const { conn } = event
  if (!reportsConnected(event) || before.connected.has(conn)) return before
  return { ...before, connected: new Set(before.connected).add(conn) }
})

function isEnd({ kind, name }: TraceEvent): boolean {
  return kind === 'signal' ? name === 'bye' : kind === 'intent' && name === 'call.hang-up'
}

function reportsConnected(event: TraceEvent): boolean {
  return event.kind === 'state' && event.data.connectionState === 'connected'
}

function isReceiving(tracks: readonly { muted: boolean }[]): boolean {
  return tracks.length > 0 && tracks.every(({ muted }) => !muted)
}
