import type { CandidateError, LocalCandidate, Problem, RemoteCandidate } from '../../../machines/contracts'
import { parseCandidate } from '../../ice/candidate'
import type { IceCandidate } from '../../ice/candidate'
import { preferencesOf } from '../../ice/priority'
import type { Priority } from '../../ice/priority'
import { partnerOf } from '../../trace/trace'
import type { ConnectionView, Trace, TracedConnection } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'
import { candidateKey, candidateTimes, NO_TIMES, senderOf } from './candidateTimes'
import type { CandidateTimes } from './candidateTimes'

/** One candidate: where it was gathered, and how far it has come at the other end. */
export interface CandidateRow {
  kind: 'candidate'
  key: string
  /** The connection it leads to; of one that the trace does not have, the connection that it came to. */
  connection: TracedConnection
  /** It leads to a peer whose own connection the trace does not have. */
  isOfPeer: boolean
  /** When it was first seen. */
  at: number
  line: string
  mid: string | null
  ufrag: string | null
  candidate: IceCandidate | null
  /** What its priority was made of; null where its end did not use the recommended formula. */
  priority: Priority | null
  /** What the end that gathered it did with it; null where only the other end shows it, or that end was not recorded. */
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

/** The candidate that this app itself gave a connection: nobody gathered it, and it did not cross. */
export interface PlaceholderRow {
  kind: 'placeholder'
  key: string
  /** The connection that has it. */
  connection: TracedConnection
  at: number
  line: string
  mid: string | null
  candidate: IceCandidate | null
  state: 'added' | 'refused'
  problem: Problem | null
}

export type IceRow = CandidateRow | ErrorRow | PlaceholderRow

/** What the rows are read from: the moment's connections, and what happened until then. */
export interface IceMoment {
  readonly connections: readonly ConnectionView[]
  readonly trace: Pick<Trace, 'connections' | 'events'>
}

/** How far the gathering of one connection has come. */
export interface Gathering {
  connection: TracedConnection
  state: string | null
  /** Types gathered, in the order they first came. */
  types: { type: string; count: number }[]
  total: number
  errors: readonly CandidateError[]
  /** Gathering brought nothing: finished empty, or the end has moved on without a single candidate. */
  isEmpty: boolean
}

/** Every candidate and every gathering error of all connections, as they came. */
export function iceRows(moment: IceMoment): IceRow[] {
  const byId = new Map(moment.connections.map(({ id, role }) => [id, { id, role }]))
  const own = moment.trace.events.filter(isOwn).flatMap((event) => {
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

/** Whether an event may be of a server or of the placeholder: of a long trace, few are. */
function isOwn({ name }: TraceEvent): boolean {
  return name === 'onicecandidateerror' || name === 'addIceCandidate'
}

/** What an event tells of a connection besides its candidates: a server that failed it, or the placeholder. */
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

/** The candidates on one way: who sends them, by whose connection they are shown, and what both sides know. */
interface Way {
  sender: string
  connection: TracedConnection
  from: ConnectionView | null
  to: ConnectionView | null
}

function rowsOf(
  { sender, connection, from, to }: Way,
  known: ReadonlyMap<string, CandidateTimes>,
): CandidateRow[] {
  // By its words, and in turn where two have the same.
  const arrived = new Map<string, RemoteCandidate[]>()
  for (const entry of to?.facts.remote ?? []) {
    if (entry.candidate.candidate === '') continue
    const key = candidateKey(sender, entry.candidate)
    arrived.set(key, [...(arrived.get(key) ?? []), entry])
  }
  const local = (from?.facts.local ?? []).map(({ candidate, state }) => {
    const entry = arrived.get(candidateKey(sender, candidate))?.shift()
    // Without a record of its end nobody knows whether it was sent.
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

/** How far the gathering of a connection has come. An end that has been given its time by now, and has none, gets none. */
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
