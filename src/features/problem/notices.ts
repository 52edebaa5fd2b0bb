import type { EndContext, RemoteCandidate } from '../../../machines/contracts'
import type { LogEntry } from '../../../machines/log'
import type { End } from '../../../machines/steps'
import type { CallView } from '../../call/callView'

export interface Refusal {
  /** The candidate's line; empty for the end of candidates. */
  line: string
  problem: string
}

/** Whether there is anything to say about an end: what failed, was refused or went away. */
export function hasProblem(view: CallView, end: End): boolean {
  const { tag, context } = view[end]
  if (tag === 'failed' && context.problem !== null) return true
  if (listRefusals(context.remote).length > 0) return true
  if (tag === 'closed') return false
  return listEnded(view.entries, end).length > 0 || hasLostWire(view.entries, end)
}

/** Candidates that addIceCandidate() refused, and in which words. */
export function listRefusals(remote: EndContext['remote']): Refusal[] {
  return remote.filter(({ state }) => state === 'refused').map(toRefusal)
}

/** Kinds of this end's tracks that ended by themselves. */
export function listEnded(entries: readonly LogEntry[], end: End): string[] {
  const kinds = entries.flatMap((entry) =>
    entry.end === end && entry.event.type === 'media.ended' ? [entry.event.kind] : [],
  )
  return [...new Set(kinds)]
}

/** Whether this end had something to say that its closed channel did not take. */
export function hasLostWire(entries: readonly LogEntry[], end: End): boolean {
  return entries.some((entry) => entry.end === end && entry.event.type === 'signal.lost')
}

function toRefusal({ candidate, problem }: RemoteCandidate): Refusal {
  return { line: candidate.candidate, problem: problem ? `${problem.name}: ${problem.message}` : '' }
}
