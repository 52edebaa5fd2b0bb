import type { RemoteCandidate } from '../../../machines/contracts'
import type { ConnectionView, Trace } from '../../trace/trace'
import type { ConnectionId } from '../../trace/traceEvent'

export interface Refusal {
  /** The candidate's line; empty for the end of candidates. */
  line: string
  problem: string
}

/** Whether something failed, was refused or ended at a connection. */
export function hasProblem(trace: Trace, { id, end, facts }: ConnectionView): boolean {
  if (end?.tag === 'failed' && end.context.problem !== null) return true
  if (listRefusals(facts.remote).length > 0) return true
  if (end?.tag === 'closed') return false
  return listEnded(trace, id).length > 0 || hasLostWire(trace, id)
}

/** The candidates that addIceCandidate() refused, with the messages. */
export function listRefusals(remote: readonly RemoteCandidate[]): Refusal[] {
  return remote.filter(({ state }) => state === 'refused').map(toRefusal)
}

/** Kinds of a connection's own tracks that ended by themselves. */
export function listEnded({ events }: Pick<Trace, 'events'>, conn: ConnectionId): string[] {
  const kinds = events.flatMap((event) =>
    event.conn === conn && event.kind === 'event' && event.name === 'MediaStreamTrack.onended'
      ? [event.data.kind]
      : [],
  )
  return [...new Set(kinds)]
}

/** Whether a connection's end could not send a message because its channel was closed. */
export function hasLostWire({ events }: Pick<Trace, 'events'>, conn: ConnectionId): boolean {
  return events.some((event) => event.conn === conn && event.kind === 'signal' && event.name === 'lost')
}

function toRefusal({ candidate, problem }: RemoteCandidate): Refusal {
  return { line: candidate.candidate, problem: problem ? `${problem.name}: ${problem.message}` : '' }
}
