import type { Candidate } from '../../../machines/contracts'
import { createJournal } from '../../trace/journal'
import { createReading } from '../../trace/reading'
import type { Reader } from '../../trace/reading'
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
export const candidateTimes = createReading(
  (trace: Pick<Trace, 'events' | 'whole' | 'connections'>): Reader<ReadonlyMap<string, CandidateTimes>> => {
    const journal = createJournal<readonly [key: string, CandidateTimes]>()
    const places = new Map<string, number>()
    // What has arrived at each connection, in order: the outcome of addIceCandidate() names a candidate by its position.
    const arrived = new Map<ConnectionId, string[]>()

    /** The first time counts: a message that is sent again keeps the time when it was first sent. */
    function note(key: string, news: Partial<CandidateTimes>, index: number) {
      const place = places.get(key)
      if (place === undefined) {
        places.set(key, journal.add([key, { ...NO_TIMES, ...news }], index))
        return
      }
      const known = journal.newest(place)[1]
      const times = { ...known }
      for (const name of Object.keys(news) as (keyof CandidateTimes)[])
        Object.assign(times, { [name]: known[name] ?? news[name] })
      journal.change(place, [key, times], index)
    }

    function noteArrival(conn: ConnectionId, key: string) {
      const keys = arrived.get(conn)
      if (keys === undefined) arrived.set(conn, [key])
      else keys.push(key)
    }

    return {
      read(event, index) {
        const { at, conn } = event
        switch (event.kind) {
          case 'event':
            if (event.name !== 'onicecandidate' || event.data === null) break
            note(candidateKey(conn, event.data), { gatheredAt: at, url: event.data.url ?? null }, index)
            break
          case 'message': {
            const { direction, message } = event.data
            if (direction === 'out' && message?.kind === 'candidate')
              note(candidateKey(conn, message['candidate'] as Candidate), { sentAt: at }, index)
            break
          }
          case 'signal':
            if (event.name === 'end-of-candidates') noteArrival(conn, '')
            if (event.name !== 'candidate') break
            noteArrival(conn, candidateKey(senderOf(trace, conn), event.data))
            note(candidateKey(senderOf(trace, conn), event.data), { arrivedAt: at }, index)
            break
          case 'resolved':
          case 'rejected': {
            if (event.name !== 'addIceCandidate' || !('index' in event.data)) break
            const key = arrived.get(conn)?.[event.data.index]
            if (key !== undefined && key !== '') note(key, { settledAt: at }, index)
            break
          }
          default:
            break
        }
      },
      at: (length) => new Map(journal.at(length)),
    }
  },
)
