import type { CandidateError, LocalCandidate, Problem, RemoteCandidate } from '../../../machines/contracts'
import type { LogEntry } from '../../../machines/log'
import type { EndView } from '../../../machines/progress'
import type { End } from '../../../machines/steps'
import { parseCandidate } from '../../ice/candidate'
import type { IceCandidate } from '../../ice/candidate'
import { preferencesOf } from '../../ice/priority'
import type { Priority } from '../../ice/priority'
import { candidateKey, candidateTimes, NO_TIMES } from './candidateTimes'
import type { CandidateTimes } from './candidateTimes'

/** One candidate: where it was gathered, and how far it has come at the other end. */
export interface CandidateRow {
  kind: 'candidate'
  key: string
  /** The end it leads to. */
  end: End
  /** When it was first seen. */
  at: number
  line: string
  mid: string | null
  ufrag: string | null
  candidate: IceCandidate | null
  /** What its priority was made of; null where its end did not use the recommended formula. */
  priority: Priority | null
  /** What the end that gathered it did with it; null where only the other end shows it. */
  sent: LocalCandidate['state'] | null
  /** What the other end did with it; null until it arrives. */
  arrived: RemoteCandidate['state'] | null
  problem: Problem | null
  times: CandidateTimes
}

/** An `icecandidateerror` event: a server that gathering could not use. */
export interface ErrorRow {
  kind: 'error'
  key: string
  end: End
  at: number
  error: CandidateError
}

/** The candidate that this app itself gave an end's connection: nobody gathered it, and it did not cross. */
export interface PlaceholderRow {
  kind: 'placeholder'
  key: string
  /** The end whose connection has it. */
  end: End
  at: number
  line: string
  mid: string | null
  candidate: IceCandidate | null
  state: 'added' | 'refused'
  problem: Problem | null
}

export type IceRow = CandidateRow | ErrorRow | PlaceholderRow

/** What the rows are read from: the moment's two ends and its log. */
export type IceMoment = Record<End, EndView> & { entries: readonly LogEntry[] }

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

/** Every candidate and every gathering error of both ends, as they came. */
export function iceRows(moment: IceMoment): IceRow[] {
  const own = [...errorRows(moment.entries), ...placeholderRows(moment.entries)]
  return [...candidateRows(moment), ...own].sort((a, b) => a.at - b.at)
}

/** Every candidate of both ends, the caller's first, in the order they were gathered. */
export function candidateRows(moment: IceMoment): CandidateRow[] {
  const times = candidateTimes(moment.entries)
  return (['caller', 'callee'] as const).flatMap((end) => rowsOf(end, moment[end], moment[OTHER[end]], times))
}

function errorRows(entries: readonly LogEntry[]): ErrorRow[] {
  return entries.flatMap(({ event, at, end, seq }): ErrorRow[] =>
    event.type === 'pc.candidate-error'
      ? [{ kind: 'error', key: `error ${String(seq)}`, end, at, error: event.error }]
      : [],
  )
}

function placeholderRows(entries: readonly LogEntry[]): PlaceholderRow[] {
  return entries.flatMap(({ event, at, end, seq }): PlaceholderRow[] => {
    if (event.type !== 'pc.placeholder-added' && event.type !== 'pc.placeholder-refused') return []
    const { candidate: line, sdpMid: mid } = event.candidate
    const isAdded = event.type === 'pc.placeholder-added'
    return [
      {
        kind: 'placeholder',
        key: `placeholder ${String(seq)}`,
        end,
        at,
        line,
        mid,
        candidate: parseCandidate(line),
        state: isAdded ? 'added' : 'refused',
        problem: isAdded ? null : event.problem,
      },
    ]
  })
}

function rowsOf(
  end: End,
  own: EndView,
  other: EndView,
  known: ReadonlyMap<string, CandidateTimes>,
): CandidateRow[] {
  // By its words, and in turn where two have the same.
  const arrived = new Map<string, RemoteCandidate[]>()
  for (const entry of other.context.remote) {
    if (entry.candidate.candidate === '') continue
    const key = candidateKey(end, entry.candidate)
    arrived.set(key, [...(arrived.get(key) ?? []), entry])
  }
  const local = own.context.local.map(({ candidate, state }) => {
    const entry = arrived.get(candidateKey(end, candidate))?.shift()
    return { candidate, sent: state, entry }
  })
  const foreign = [...arrived.values()].flat().map((entry) => ({
    candidate: entry.candidate,
    sent: null,
    entry,
  }))
  return [...local, ...foreign].map(({ candidate, sent, entry }, index) => {
    const parsed = parseCandidate(candidate.candidate)
    const times = known.get(candidateKey(end, candidate)) ?? NO_TIMES
    return {
      kind: 'candidate',
      key: `${end} ${String(index)}`,
      end,
      at: times.gatheredAt ?? times.arrivedAt ?? 0,
      line: candidate.candidate,
      mid: candidate.sdpMid,
      ufrag: candidate.usernameFragment,
      candidate: parsed,
      priority: parsed === null ? null : preferencesOf(parsed),
      sent,
      arrived: entry?.state ?? null,
      problem: entry?.problem ?? null,
      times,
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
