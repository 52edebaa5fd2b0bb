import type { CandidateError, LocalCandidate, Problem, RemoteCandidate } from '../../../machines/contracts'
import type { EndView } from '../../../machines/progress'
import type { End } from '../../../machines/steps'
import { isHiddenAddress, parseCandidate } from '../../ice/candidate'
import type { IceCandidate } from '../../ice/candidate'
import { decodePriority } from '../../ice/priority'
import type { Priority } from '../../ice/priority'

/** One candidate: where it was gathered, and how far it has come at the other end. */
export interface CandidateRow {
  key: string
  /** The end it leads to. */
  end: End
  line: string
  mid: string | null
  candidate: IceCandidate | null
  priority: Priority | null
  /** What the end that gathered it did with it; null where only the other end shows it. */
  sent: LocalCandidate['state'] | null
  /** What the other end did with it; null until it arrives. */
  arrived: RemoteCandidate['state'] | null
  problem: Problem | null
}

/** How far one end's gathering has come. */
export interface Gathering {
  end: End
  state: string | null
  /** Types gathered, in the order they first came. */
  types: { type: string; count: number }[]
  total: number
  errors: readonly CandidateError[]
  /** Gathering brought nothing: finished empty, or the end has moved on without a single candidate. */
  isEmpty: boolean
}

const OTHER = { caller: 'callee', callee: 'caller' } as const

/** Every candidate of both ends, the caller's first, in the order they were gathered. */
export function candidateRows(ends: Record<End, EndView>): CandidateRow[] {
  return (['caller', 'callee'] as const).flatMap((end) => rowsOf(end, ends[end], ends[OTHER[end]]))
}

function rowsOf(end: End, own: EndView, other: EndView): CandidateRow[] {
  const arrived = other.context.remote.filter(({ candidate }) => candidate.candidate !== '')
  const local = own.context.local.map(({ candidate, state }) => {
    const place = arrived.findIndex(
      (entry) =>
        entry.candidate.candidate === candidate.candidate && entry.candidate.sdpMid === candidate.sdpMid,
    )
    const [entry] = place === -1 ? [] : arrived.splice(place, 1)
    return { candidate, sent: state, entry }
  })
  const foreign = arrived.map((entry) => ({ candidate: entry.candidate, sent: null, entry }))
  return [...local, ...foreign].map(({ candidate, sent, entry }, index) => {
    const parsed = parseCandidate(candidate.candidate)
    return {
      key: `${end}-${String(index)}`,
      end,
      line: candidate.candidate,
      mid: candidate.sdpMid,
      candidate: parsed,
      priority: parsed === null ? null : decodePriority(parsed.priority),
      sent,
      arrived: entry?.state ?? null,
      problem: entry?.problem ?? null,
    }
  })
}

/** Gathering of one end. `hasMovedOn`: it was given its time, so that no candidate by now means none. */
export function readGathering({ end, context }: EndView): Gathering {
  const state = context.peer?.iceGatheringState ?? null
  const types = new Map<string, number>()
  for (const { candidate } of context.local) {
    const type = parseCandidate(candidate.candidate)?.type ?? '?'
    types.set(type, (types.get(type) ?? 0) + 1)
  }
  const hasMovedOn = context.done.includes(end === 'caller' ? 'gather-candidates' : 'send-answer')
  return {
    end,
    state,
    types: [...types].map(([type, count]) => ({ type, count })),
    total: context.local.length,
    errors: context.candidateErrors,
    isEmpty: context.local.length === 0 && (state === 'complete' || (state === 'gathering' && hasMovedOn)),
  }
}

/** Whether any candidate hides its address behind a `.local` name. */
export function hasHiddenAddress(rows: readonly CandidateRow[]): boolean {
  return rows.some(({ candidate }) => candidate !== null && isHiddenAddress(candidate.address))
}
