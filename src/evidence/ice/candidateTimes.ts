import type { Candidate } from '../../../machines/contracts'
import { partnerOf } from '../../trace/trace'
import type { Trace } from '../../trace/trace'
import type { ConnectionId } from '../../trace/traceEvent'

/** When one candidate reached each stage, in milliseconds since the call was created; null if it has not. */
export interface CandidateTimes {
  gatheredAt: number | null
  sentAt: number | null
  arrivedAt: number | null
  /** When `addIceCandidate()` settled at the other end, fulfilled or rejected. */
  settledAt: number | null
  /** The server that reported it, if the browser names it. */
  url: string | null
}

export const NO_TIMES: Readonly<CandidateTimes> = {
  gatheredAt: null,
  sentAt: null,
  arrivedAt: null,
  settledAt: null,
  url: null,
}

/** The sender of a candidate that arrives at a connection: its partner, or a peer that the trace lacks. */
export function senderOf({ connections }: Pick<Trace, 'connections'>, conn: ConnectionId): string {
  return partnerOf(connections, conn)?.id ?? `→ ${conn}`
}

/** Identifies a candidate of a sender. Its text is not enough: sections that are not bundled may have equal ones. */
export function candidateKey(sender: string, { candidate, sdpMid }: Candidate): string {
  return [sender, sdpMid ?? '', candidate].join(' ')
}

/** When each candidate was gathered, sent, received and added; keyed by `candidateKey()`. */
export function candidateTimes(
  trace: Pick<Trace, 'connections' | 'events'>,
): ReadonlyMap<string, CandidateTimes> {
  const times = new Map<string, CandidateTimes>()
  // What has arrived at each connection, in order: the outcome of addIceCandidate() names a candidate by its position.
  const arrived = new Map<ConnectionId, string[]>()

  /** The first time counts: a message that is sent again keeps the time when it was first sent. */
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
