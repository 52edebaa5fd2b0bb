import type { Candidate } from '../../../machines/contracts'
import type { LogEntry } from '../../../machines/log'
import type { End } from '../../../machines/steps'

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

const OTHER = { caller: 'callee', callee: 'caller' } as const

/** Names a candidate of an end: its line alone does not, as sections that are not bundled may share it. */
export function candidateKey(end: End, { candidate, sdpMid }: Candidate): string {
  return [end, sdpMid ?? '', candidate].join(' ')
}

/** Reads from the log when each candidate was gathered, sent, received and added; by `candidateKey()`. */
export function candidateTimes(entries: readonly LogEntry[]): ReadonlyMap<string, CandidateTimes> {
  const times = new Map<string, CandidateTimes>()
  // What has arrived at each end, in order: `pc.candidate-added` speaks of it by its place.
  const arrived: Record<End, string[]> = { caller: [], callee: [] }

  /** What is known stays: a message that is sent again was first sent when it was first sent. */
  function note<K extends keyof CandidateTimes>(key: string, name: K, value: CandidateTimes[K]) {
    const known = times.get(key) ?? { ...NO_TIMES }
    known[name] ??= value
    times.set(key, known)
  }

  for (const { at, end, event } of entries) {
    switch (event.type) {
      case 'pc.candidate': {
        const key = candidateKey(end, event.candidate)
        note(key, 'gatheredAt', at)
        note(key, 'url', event.url ?? null)
        break
      }
      case 'signal.traffic': {
        const { direction, message } = event.traffic
        if (direction === 'out' && message?.kind === 'candidate')
          note(candidateKey(end, message['candidate'] as Candidate), 'sentAt', at)
        break
      }
      case 'signal.candidate': {
        const key = candidateKey(OTHER[end], event.candidate)
        arrived[end].push(key)
        note(key, 'arrivedAt', at)
        break
      }
      case 'signal.end-of-candidates':
        arrived[end].push('')
        break
      case 'pc.candidate-added':
      case 'pc.candidate-refused': {
        const key = arrived[end][event.index]
        if (key !== undefined && key !== '') note(key, 'settledAt', at)
        break
      }
      default:
        break
    }
  }
  return times
}
