import type { Candidate } from '../../../machines/contracts'
import { partnerOf } from '../../trace/trace'
import type { Trace } from '../../trace/trace'
import type { ConnectionId } from '../../trace/traceEvent'

/** When one candidate came to each place on its way; milliseconds since the call was made, null where it has not. */
export interface CandidateTimes {
  gatheredAt: number | null
  sentAt: number | null
  arrivedAt: number | null
  /** When `addIceCandidate()` settled at the other end, either way. */
  settledAt: number | null
  /** The server that told of it, where the browser says so. */
  url: string | null
}

export const NO_TIMES: Readonly<CandidateTimes> = {
  gatheredAt: null,
  sentAt: null,
  arrivedAt: null,
  settledAt: null,
  url: null,
}

/** Whose candidate arrives at a connection: its partner's, or of a peer that the trace does not have. */
export function senderOf({ connections }: Pick<Trace, 'connections'>, conn: ConnectionId): string {
  return partnerOf(connections, conn)?.id ?? `→ ${conn}`
}

/** Names a candidate of a sender: its line alone does not, as sections that are not bundled may share it. */
export function candidateKey(sender: string, { candidate, sdpMid }: Candidate): string {
  return [sender, sdpMid ?? '', candidate].join(' ')
}

/** Reads when each candidate was gathered, sent, received and added; by `candidateKey()`. */
export function candidateTimes(
  trace: Pick<Trace, 'connections' | 'events'>,
): ReadonlyMap<string, CandidateTimes> {
  const times = new Map<string, CandidateTimes>()
  // What has arrived at each connection, in order: the outcome of addIceCandidate() names it by its place.
  const arrived = new Map<ConnectionId, string[]>()

  /** What is known stays: a message that is sent again was first sent when it was first sent. */
  function note<K extends keyof CandidateTimes>(key: string, name: K, value: CandidateTimes[K]) {
    const known = times.get(key) ?? { ...NO_TIMES }
    known[name] ??= value
    times.set(key, known)
  }

  function noteArrival(conn: ConnectionId, key: string) {
    arrived.set(conn, arrived.get(conn) ?? [])
    arrived.get(conn)?.push(key)
  }

  for (const event of trace.events) {
    const { at, conn } = event
    switch (event.kind) {
      case 'event':
        if (event.name !== 'onicecandidate' || event.data === null) break
        note(candidateKey(conn, event.data), 'gatheredAt', at)
        note(candidateKey(conn, event.data), 'url', event.data.url ?? null)
        break
      case 'message': {
        const { direction, message } = event.data
        if (direction === 'out' && message?.kind === 'candidate')
          note(candidateKey(conn, message['candidate'] as Candidate), 'sentAt', at)
        break
      }
      case 'signal':
        if (event.name === 'end-of-candidates') noteArrival(conn, '')
        if (event.name !== 'candidate') break
        noteArrival(conn, candidateKey(senderOf(trace, conn), event.data))
        note(candidateKey(senderOf(trace, conn), event.data), 'arrivedAt', at)
        break
      case 'resolved':
      case 'rejected': {
        if (event.name !== 'addIceCandidate' || !('index' in event.data)) break
        const key = arrived.get(conn)?.[event.data.index]
        if (key !== undefined && key !== '') note(key, 'settledAt', at)
        break
      }
      default:
        break
    }
  }
  return times
}
