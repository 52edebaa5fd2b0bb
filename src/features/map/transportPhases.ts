import type { ConnectionState, IceConnectionState } from '../../../machines/contracts'
import type { LogEntry } from '../../../machines/log'
import type { End } from '../../../machines/steps'
import type { CallView } from '../../call/callView'

export const TRANSPORT_PHASES = ['ice', 'dtls', 'media'] as const
export type TransportPhase = (typeof TRANSPORT_PHASES)[number]
export type PhaseStatus = 'todo' | 'busy' | 'done' | 'failed'

interface Transport {
  ice: IceConnectionState
  connection: ConnectionState
  /** DTLS stays agreed through an interruption and an ICE restart. */
  wasConnected: boolean
  /** Whether each remote track is still muted, by its id. */
  muted: Record<string, boolean>
}

/** How far the call has come after the last step, where nothing is called any more. */
export function deriveTransportPhases({ entries, turn }: CallView): Record<TransportPhase, PhaseStatus> {
  const both = foldTransports(entries)
  const ends = [both.caller, both.callee]
  const reaches = ends.every(({ ice }) => ice === 'connected' || ice === 'completed')
  const secured = ends.every(({ wasConnected }) => wasConnected)
  const failed = turn.phase === 'failed' || ends.some(({ connection }) => connection === 'failed')
  const flows = ends.every(
    ({ muted }) => Object.values(muted).length > 0 && !Object.values(muted).includes(true),
  )

  if (failed)
    return {
      ice: reaches ? 'done' : 'failed',
      dtls: secured ? 'done' : reaches ? 'failed' : 'todo',
      media: 'todo',
    }
  if (!reaches) {
    const started = ends.some(({ ice }) => ice !== 'new')
    return { ice: started ? 'busy' : 'todo', dtls: secured ? 'done' : 'todo', media: 'todo' }
  }
  if (!secured) return { ice: 'done', dtls: 'busy', media: 'todo' }
  return { ice: 'done', dtls: 'done', media: flows ? 'done' : 'busy' }
}

/** Each end's transport up to the moment of hanging up, so that what was reached stays on the map. */
function foldTransports(entries: readonly LogEntry[]): Record<End, Transport> {
  const none = (): Transport => ({ ice: 'new', connection: 'new', wasConnected: false, muted: {} })
  // Changed in place: a log can be long, and this runs for every moment that a slider passes.
  const transports = { caller: none(), callee: none() }
  for (const { end, event } of entries) {
    if (event.type === 'call.hang-up' || event.type === 'signal.bye') break
    const last = transports[end]
    if (event.type === 'pc.changed') {
      last.ice = event.status.iceConnectionState ?? last.ice
      last.connection = event.status.connectionState ?? last.connection
      last.wasConnected ||= last.connection === 'connected'
    } else if (event.type === 'pc.track' || event.type === 'pc.track-changed') {
      last.muted[event.track.id] = event.track.muted
    }
  }
  return transports
}
