import type { CallView } from '../session/callView'
import type { End } from '../../machines/steps'
import { parseCandidate } from '../ice/candidate'
import type { IceCandidate } from '../ice/candidate'
import { pairPriority } from '../ice/priority'
import type { ConnectionFacts } from '../trace/trace'
import { EXAMPLE_CANDIDATES } from './example'
import { factsOf } from './factsOf'

/** Candidates that differ only in media section or port, as one. */
export interface CandidateGroup {
  /** The one of them with the highest priority. */
  best: IceCandidate
  count: number
}

/** One row of the checklist (RFC 8445 §6.1.2). */
export interface CheckPair {
  caller: number
  callee: number
  priority: bigint
}

/** Candidates of both ends: the learner's own if there are any; `view` is null without a call. */
export function candidatesOf(view: Pick<CallView, 'connections'> | null) {
  const [caller, callee] = [factsOf(view, 'caller'), factsOf(view, 'callee')]
  const live = { caller: candidatesFrom(caller, callee), callee: candidatesFrom(callee, caller) }
  if (live.caller.length + live.callee.length > 0) return { ...live, isLive: true }
  const { caller: one, callee: two } = EXAMPLE_CANDIDATES
  return { caller: parse(one), callee: parse(two), isLive: false }
}

/** The candidates that an end gathered; if it reports none, those that the other end received. */
function candidatesFrom(own: ConnectionFacts | null, other: ConnectionFacts | null): IceCandidate[] {
  const gathered = own?.local ?? []
  return parse((gathered.length > 0 ? gathered : (other?.remote ?? [])).map(lineOf))
}

function lineOf({ candidate }: { candidate: { candidate: string } }): string {
  return candidate.candidate
}

function parse(lines: readonly string[]): IceCandidate[] {
  return lines.flatMap((line) => parseCandidate(line) ?? [])
}

/** Groups candidates that look the same in a drawing, the highest priority first. */
export function groupCandidates(candidates: readonly IceCandidate[]): CandidateGroup[] {
  const groups = new Map<string, CandidateGroup>()
  for (const candidate of candidates.filter(({ component }) => component === 1)) {
    const key = `${candidate.type} ${candidate.protocol} ${candidate.address}`
    const { best, count } = groups.get(key) ?? { best: candidate, count: 0 }
    groups.set(key, { best: candidate.priority > best.priority ? candidate : best, count: count + 1 })
  }
  return [...groups.values()].sort((a, b) => b.best.priority - a.best.priority)
}

/** Every pair that either end would check, in the order of checks; the caller is controlling. */
export function checkPairs(ends: Record<End, readonly CandidateGroup[]>): CheckPair[] {
  return ends.caller
    .flatMap(({ best: one }, caller) =>
      ends.callee.flatMap(({ best: two }, callee) =>
        canPair(one, two) ? [{ caller, callee, priority: pairPriority(one.priority, two.priority) }] : [],
      ),
    )
    .sort((a, b) => (a.priority < b.priority ? 1 : a.priority > b.priority ? -1 : 0))
}

function canPair(one: IceCandidate, two: IceCandidate): boolean {
  if (one.protocol !== two.protocol) return false
  // Each end sends from the base of its reflexive candidate, so neither checklist has a pair of two reflexive
  // candidates.
  if (one.type === 'srflx' && two.type === 'srflx') return false
  // RFC 6544 §6.2: over TCP one side must be passive, and browsers never are.
  if (one.protocol === 'tcp' && one.tcpType === two.tcpType && one.tcpType !== 'so') return false
  const families = new Set([one, two].map(familyOf).filter((family) => family !== null))
  return families.size < 2
}

/** The address family; null for a `.local` name, which does not show it. */
function familyOf({ address }: IceCandidate): 4 | 6 | null {
  if (address.includes(':')) return 6
  return /^[\d.]+$/.test(address) ? 4 : null
}
