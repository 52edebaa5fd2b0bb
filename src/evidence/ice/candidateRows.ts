import type { CandidateError, LocalCandidate, Problem, RemoteCandidate } from '../../../machines/contracts'
import { parseCandidate } from '../../ice/candidate'
import type { IceCandidate } from '../../ice/candidate'
import { preferencesOf } from '../../ice/priority'
import type { Priority } from '../../ice/priority'
import { createJournal } from '../../trace/journal'
import { createReading } from '../../trace/reading'
import type { Reader } from '../../trace/reading'
import { partnerOf } from '../../trace/trace'
import type { ConnectionView, Trace, TracedConnection } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'
import { candidateKey, candidateTimes, NO_TIMES, senderOf } from './candidateTimes'
import type { CandidateTimes } from './candidateTimes'

/** One candidate: where it was gathered, and what the other end has done with it. */
export interface CandidateRow {
  kind: 'candidate'
  key: string
  /**
   * The connection that the candidate is an address of; if the trace lacks it, the connection that received the
   * candidate.
   */
  connection: TracedConnection
  /** Whether it belongs to a peer whose connection the trace lacks. */
  isOfPeer: boolean
  /** When it was first seen. */
  at: number
  line: string
  mid: string | null
  ufrag: string | null
  candidate: IceCandidate | null
  /** The parts of its priority; null if its end did not use the recommended formula. */
  priority: Priority | null
  /** What the end that gathered it did with it; null if only the other end shows it, or that end was not recorded. */
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
  connection: TracedConnection
  at: number
  error: CandidateError
}

/** The candidate that this app added to a connection itself: it was neither gathered nor sent. */
export interface PlaceholderRow {
  kind: 'placeholder'
  key: string
  /** The connection that received it. */
  connection: TracedConnection
  at: number
  line: string
  mid: string | null
  candidate: IceCandidate | null
  state: 'added' | 'refused'
  problem: Problem | null
}

export type IceRow = CandidateRow | ErrorRow | PlaceholderRow

/** What the rows are read from: the connections at one moment, and the events up to it. */
export interface IceMoment {
  readonly connections: readonly ConnectionView[]
  readonly trace: Pick<Trace, 'connections' | 'events' | 'whole'>
}

/** How far the gathering of one connection has come. */
export interface Gathering {
  connection: TracedConnection
  state: string | null
  /** Types of the gathered candidates, in the order they first came. */
  types: { type: string; count: number }[]
  total: number
  errors: readonly CandidateError[]
  /** Whether gathering found nothing: it finished empty, or the end continued without a single candidate. */
  isEmpty: boolean
}

/** Every candidate and every gathering error of all connections, in order of time. */
export function iceRows(moment: IceMoment): IceRow[] {
  const byId = new Map(moment.connections.map(({ id, role }) => [id, { id, role }]))
  const own = ownEvents(moment.trace).flatMap((event) => {
    const connection = byId.get(event.conn)
    return connection === undefined ? [] : ownRow(event, connection)
  })
  return [...candidateRows(moment), ...own].sort((a, b) => a.at - b.at)
}

/** Every candidate, by connection, in the order they were gathered. */
export function candidateRows({ connections, trace }: IceMoment): CandidateRow[] {
  const times = candidateTimes(trace)
  return connections.flatMap((connection) => {
    const partner = partnerOf(connections, connection.id)
    const own = rowsOf({ sender: connection.id, connection, from: connection, to: partner }, times)
    if (partner !== null) return own
    const sender = senderOf(trace, connection.id)
    return [...own, ...rowsOf({ sender, connection, from: null, to: connection }, times)]
  })
}

/** The events that may be about a server or the placeholder; in a long trace few are. */
const ownEvents = createReading((_: Pick<Trace, 'events' | 'whole'>): Reader<readonly TraceEvent[]> => {
  const own = createJournal<TraceEvent>()
  return {
    read(event, index) {
      if (event.name === 'onicecandidateerror' || event.name === 'addIceCandidate') own.add(event, index)
    },
    at: own.at,
  }
})

/** The row of an event that is not about a candidate: a server that failed, or the placeholder. */
function ownRow(event: TraceEvent, connection: TracedConnection): (ErrorRow | PlaceholderRow)[] {
  const { kind, name, at, seq, data } = event
  if (kind === 'event' && name === 'onicecandidateerror')
    return [{ kind: 'error', key: `error ${String(seq)}`, connection, at, error: data }]
  const isSettled = kind === 'resolved' || kind === 'rejected'
  if (!isSettled || name !== 'addIceCandidate' || !('placeholder' in data)) return []
  const { candidate: line, sdpMid: mid } = data.placeholder
  return [
    {
      kind: 'placeholder',
      key: `placeholder ${String(seq)}`,
      connection,
      at,
      line,
      mid,
      candidate: parseCandidate(line),
      state: kind === 'resolved' ? 'added' : 'refused',
      problem: 'problem' in data ? data.problem : null,
    },
  ]
}

/** The candidates sent in one direction: who sends them, which connection shows them, and what both sides know. */
interface CandidateExchange {
  sender: string
  connection: TracedConnection
  from: ConnectionView | null
  to: ConnectionView | null
}

function rowsOf(
  { sender, connection, from, to }: CandidateExchange,
  known: ReadonlyMap<string, CandidateTimes>,
): CandidateRow[] {
  // Matched by their text; equal texts are matched in order.
  const arrived = new Map<string, RemoteCandidate[]>()
  for (const entry of to?.facts.remote ?? []) {
    if (entry.candidate.candidate === '') continue
    const key = candidateKey(sender, entry.candidate)
    arrived.set(key, [...(arrived.get(key) ?? []), entry])
  }
  const local = (from?.facts.local ?? []).map(({ candidate, state }) => {
    const entry = arrived.get(candidateKey(sender, candidate))?.shift()
    // If that end was not recorded, it is not known whether the candidate was sent.
    return { candidate, sent: from?.end == null ? null : state, entry }
  })
  const foreign = [...arrived.values()].flat().map((entry) => ({
    candidate: entry.candidate,
    sent: null,
    entry,
  }))
  return [...local, ...foreign].map(({ candidate, sent, entry }, index) => {
    const parsed = parseCandidate(candidate.candidate)
    const times = known.get(candidateKey(sender, candidate)) ?? NO_TIMES
    return {
      kind: 'candidate',
      key: `${sender} ${String(index)}`,
      connection: { id: connection.id, role: connection.role },
      isOfPeer: from === null,
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

/**
 * How far the gathering of a connection has come. If the end stopped waiting and has no candidate, it will get none.
 */
export function readGathering({ id, role, facts, end }: ConnectionView): Gathering {
  const state = facts.peer?.iceGatheringState ?? null
  const types = new Map<string, number>()
  for (const { candidate } of facts.local) {
    const type = parseCandidate(candidate.candidate)?.type ?? '?'
    types.set(type, (types.get(type) ?? 0) + 1)
  }
  const done = end?.context.done ?? []
  const hasMovedOn = role !== null && done.includes(role === 'caller' ? 'gather-candidates' : 'send-answer')
  return {
    connection: { id, role },
    state,
    types: [...types].map(([type, count]) => ({ type, count })),
    total: facts.local.length,
    errors: facts.candidateErrors,
    isEmpty: facts.local.length === 0 && (state === 'complete' || (state === 'gathering' && hasMovedOn)),
  }
}
