import type { Traffic } from '../../machines/contracts'
import type { CallView } from '../session/callView'
import { partnerOf } from '../trace/trace'
import type { ConnectionFacts } from '../trace/trace'
import type { ConnectionId } from '../trace/traceEvent'

/**
 * What happened to a message after it was posted. `unconfirmed`: its sender asked several times and got no
 * confirmation.
 */
export type DeliveryState = 'under-way' | 'arrived' | 'unconfirmed'

/** A description that was sent over the signaling channel. */
export interface CrossedDescription {
  type: 'offer' | 'answer'
  /** The connection that sent it; null if that was not recorded. */
  from: ConnectionId | null
  delivery: DeliveryState
  /** Length of the message as text; SDP is ASCII, so these are bytes. */
  size: number
  /** Position of the event that reported it; another position means another message. */
  seq: number
}

/** Candidates that one connection sent as messages of their own; `delivery` covers all of them. */
export interface CrossedCandidates {
  sent: number
  arrived: number
  delivery: DeliveryState
}

export interface Wire {
  /** Number of messages sent, without repetitions. */
  messages: number
  refused: number
  /** One for each connection, in their order. */
  candidates: readonly (CrossedCandidates & { from: ConnectionId })[]
  offer: CrossedDescription | null
  answer: CrossedDescription | null
  /** The last description that was sent. */
  last: CrossedDescription | null
}

interface Sent {
  message: Message
  from: ConnectionId | null
  size: number
  seq: number
  hasArrived: boolean
}

/** The messages sent so far and what happened to them, from the traffic of all connections. */
export function deriveWire({ connections, trace }: Pick<CallView, 'connections' | 'trace'>): Wire {
  const sent = new Map<string, Sent>()
  const refused = new Map<ConnectionId, number>()
  for (const event of trace.events) {
    if (event.kind !== 'message') continue
    const { seq, conn, data } = event
    const { outcome, message, size, direction } = data
    // In a flood not every refusal is reported, so the reported count is used.
    if (outcome === 'refused') refused.set(conn, Math.max((refused.get(conn) ?? 0) + 1, data.count ?? 0))
    if (message === undefined || (outcome !== 'sent' && outcome !== 'delivered')) continue
    const key = [message.from, message['session'], message.seq].join()
    const from = direction === 'out' ? conn : (partnerOf(connections, conn)?.id ?? null)
    const known = sent.get(key) ?? { message, from, size, seq, hasArrived: false }
    sent.set(key, { ...known, hasArrived: known.hasArrived || outcome === 'delivered' })
  }

  const ends = new Map(connections.map(({ id, end }) => [id, end]))
  const deliveryOf = (from: ConnectionId | null, hasArrived: boolean): DeliveryState => {
    const end = from === null ? null : ends.get(from)
    if (hasArrived || end?.context.delivery.state === 'confirmed') return 'arrived'
    return end?.unconfirmed === true ? 'unconfirmed' : 'under-way'
  }
  const candidates = connections.map(({ id }) => {
    const own = [...sent.values()].filter(({ message, from }) => message.kind === 'candidate' && from === id)
    const arrived = own.filter(({ hasArrived }) => deliveryOf(id, hasArrived) === 'arrived').length
    return { from: id, sent: own.length, arrived, delivery: deliveryOf(id, arrived === own.length) }
  })
  const wire: Wire = {
    messages: sent.size,
    refused: [...refused.values()].reduce((sum, count) => sum + count, 0),
    candidates,
    offer: null,
    answer: null,
    last: null,
  }
  for (const { message, from, size, seq, hasArrived } of sent.values()) {
    const type = descriptionType(message)
    if (type !== null)
      wire.last = wire[type] = { type, from, size, seq, delivery: deliveryOf(from, hasArrived) }
  }
  return wire
}

type Message = NonNullable<Traffic['message']>

function descriptionType({ kind, description }: Message): 'offer' | 'answer' | null {
  if (kind !== 'description') return null
  return (description as { type: 'offer' | 'answer' }).type
}

export interface Queues {
  /** Gathered; wait for their own description to be sent. */
  held: number
  /** Sent inside the description instead of one by one. */
  inDescription: number
  /** Arrived; wait for the remote description to be set. */
  queued: number
}

/** The candidates that wait at a connection, without the empty one, which only marks the end. */
export function countQueues({ local, remote }: Pick<ConnectionFacts, 'local' | 'remote'>): Queues {
  const real = <T extends { candidate: { candidate: string } }>(list: readonly T[]) =>
    list.filter(({ candidate }) => candidate.candidate !== '')
  return {
    held: real(local).filter(({ state }) => state === 'held').length,
    inDescription: real(local).filter(({ state }) => state === 'in-description').length,
    queued: real(remote).filter(({ state }) => state === 'queued').length,
  }
}
