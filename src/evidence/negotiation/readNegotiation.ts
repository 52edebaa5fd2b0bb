import type { PeerStatus, SignalingState } from '../../../machines/contracts'
import type { SlotField } from '../../../machines/fields'
import { lastActionAt } from '../../projections/actions'
import { ARROWS } from '../../jsep/negotiationOperations'
import type { SetOperation } from '../../jsep/negotiationOperations'
import { originOf } from '../../sdp/lines'
import { createProjection } from '../../trace/projection'
import type { Trace, TracedConnection } from '../../trace/trace'
import type { ConnectionId } from '../../trace/traceEvent'

/** A transition of the state chart that a connection has made. */
export interface Taken {
  from: SignalingState
  to: SignalingState
  /** The operation; null for close(), and where a browser deviates from the table. */
  operation: SetOperation | null
  /** Whether it happened after the learner's last action. */
  isFresh: boolean
}

/** How a slot got its description after the learner's last action; null if it did not change. */
export type Arrival = 'moved' | 'filled' | null

export interface Negotiation {
  connection: TracedConnection
  /** null before there is a connection. */
  state: SignalingState | null
  /** The last transition; null before the first. */
  taken: Taken | null
  arrivals: Record<SlotField, Arrival>
}

type Status = Partial<PeerStatus>
/** What a transition changes: the state or, from a state to itself, the pending description. */
const ARROW_FIELDS = ['signalingState', 'pendingLocalDescription', 'pendingRemoteDescription'] as const

type AskedTrace = Pick<Trace, 'events' | 'whole' | 'factsAt'>

/** The signaling state of a connection, and its last transition. */
export function readNegotiation(trace: AskedTrace, connection: TracedConnection): Negotiation {
  const { id } = connection
  const acted = lastActionAt(trace) ?? 0
  const now = statusAt(trace, id, trace.events.length)
  return {
    connection,
    state: now.signalingState ?? null,
    taken: lastArrow(trace, id, acted),
    arrivals: arrivalsBetween(statusAt(trace, id, acted), now),
  }
}

function statusAt(trace: AskedTrace, conn: ConnectionId, index: number): Status {
  return trace.factsAt(conn, index)?.peer ?? {}
}

/** A report that may be a transition: its position in the trace, and the position of the report before it. */
interface Report {
  readonly at: number
  readonly before: Report | null
}

/**
 * The last such report of each connection. Only the names of changed fields are read; their values are in the trace.
 */
const lastReports = createProjection<ReadonlyMap<ConnectionId, Report>>(new Map(), (last, event) => {
  if (event.kind !== 'state' || !ARROW_FIELDS.some((field) => field in event.data)) return last
  return new Map(last).set(event.conn, { at: event.seq, before: last.get(event.conn) ?? null })
})

function lastArrow(trace: AskedTrace, conn: ConnectionId, acted: number): Taken | null {
  let report = lastReports(trace).get(conn) ?? null
  for (; report !== null; report = report.before) {
    const { at } = report
    const arrow = arrowBetween(statusAt(trace, conn, at), statusAt(trace, conn, at + 1))
    if (arrow !== null) return { ...arrow, isFresh: at >= acted }
  }
  return null
}

function arrowBetween(last: Status, next: Status): Omit<Taken, 'isFresh'> | null {
  const { signalingState: from } = last
  const { signalingState: to } = next
  if (from === undefined || to === undefined) return null
  const isAgain = from === to && isOther(pendingOf(last), pendingOf(next))
  if (from === to && !isAgain) return null
  return { from, to, operation: operationOf(last, next, from, to) }
}

/** The operation that explains the slots, if several share the arrow: only an answer fills current slots. */
function operationOf(
  last: Status,
  next: Status,
  from: SignalingState,
  to: SignalingState,
): SetOperation | null {
  const operations = ARROWS.find((arrow) => arrow.from === from && arrow.to === to)?.operations ?? []
  if (operations.length < 2) return operations[0] ?? null
  const isAgreed =
    isOther(last.currentLocalDescription, next.currentLocalDescription) ||
    isOther(last.currentRemoteDescription, next.currentRemoteDescription)
  const call = from === 'have-local-offer' ? 'setLocalDescription' : 'setRemoteDescription'
  return (
    (isAgreed
      ? operations.find(({ description }) => description.type === 'answer')
      : operations.find(
          (operation) => operation.description.type === 'rollback' && operation.call === call,
        )) ?? null
  )
}

function pendingOf(status: Status) {
  return status.pendingLocalDescription ?? status.pendingRemoteDescription
}

/** Whether a slot has a different description. Adding candidates to a description does not make it different. */
function isOther(last: PeerStatus[SlotField] | undefined, next: PeerStatus[SlotField] | undefined): boolean {
  return next !== null && next !== undefined && originIn(last) !== originIn(next)
}

function originIn(description: PeerStatus[SlotField] | undefined): string | null {
  if (description === null || description === undefined) return null
  return `${description.type} ${originOf(description.sdp) ?? description.sdp}`
}

function arrivalsBetween(before: Status, now: Status): Record<SlotField, Arrival> {
  function arrival(slot: SlotField): Arrival {
    if (!isOther(before[slot], now[slot])) return null
    const pending = slot.replace('current', 'pending') as SlotField
    const hasMoved = slot !== pending && originIn(before[pending]) === originIn(now[slot])
    return hasMoved ? 'moved' : 'filled'
  }
  return {
    pendingLocalDescription: arrival('pendingLocalDescription'),
    currentLocalDescription: arrival('currentLocalDescription'),
    pendingRemoteDescription: arrival('pendingRemoteDescription'),
    currentRemoteDescription: arrival('currentRemoteDescription'),
  }
}
