import type { CallView } from '../session/callView'
import type { End } from '../../machines/steps'
import { parseCandidate } from '../ice/candidate'
import type { IceCandidate } from '../ice/candidate'
import { pairPriority } from '../ice/priority'
import type { ConnectionFacts } from '../trace/trace'
import { EXAMPLE_CANDIDATES } from './example'
import { factsOf } from './factsOf'

/** Candidates that differ in media section or port only, as one. */
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

/** Candidates of both ends: the learner's own once there are any; null is no call. */
export function candidatesOf(view: Pick<CallView, 'connections'> | null) {
  const [caller, callee] = [factsOf(view, 'caller'), factsOf(view, 'callee')]
  const live = { caller: candidatesFrom(caller, callee), callee: candidatesFrom(callee, caller) }
  if (live.caller.length + live.callee.length > 0) return { ...live, isLive: true }
  const { caller: one, callee: two } = EXAMPLE_CANDIDATES
  return { caller: parse(one), callee: parse(two), isLive: false }
}

/** What an end gathered; where it tells nothing, what the other end was sent. */
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

/** Puts together what looks the same in a drawing, the highest priority first. */
export function groupCandidates(candidates: readonly IceCandidate[]): CandidateGroup[] {
  const groups = new Map<string, CandidateGroup>()
  for (const candidate of candidates.filter(({ component }) => component === 1)) {
    const key = `${candidate.type} ${candidate.protocol} ${candidate.address}`
    const { best, count } = groups.get(key) ?? { best: candidate, count: 0 }
    groups.set(key, { best: candidate.priority > best.priority ? candidate : best, count: count + 1 })
  }
  return [...groups.values()].sort((a, b) => b.best.priority - a.best.priority)
}

/** Every pair that either end would check, the first to be checked first; the caller is controlling. */
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
  // Each end sends from the base of its reflexive candidate, so two reflexive ones are no row of either list.
  if (one.type === 'srflx' && two.type === 'srflx') return false
  // RFC 6544 §6.2: over TCP one side must listen, and browsers do not.
  if (one.protocol === 'tcp' && one.tcpType === two.tcpType && one.tcpType !== 'so') return false
  const families = new Set([one, two].map(familyOf).filter((family) => family !== null))
  return families.size < 2
}

/** Null for a `.local` name, which tells nothing. */
function familyOf({ address }: IceCandidate): 4 | 6 | null {
  if (address.includes(':')) return 6
  return /^[\d.]+$/.test(address) ? 4 : null
}
