import type { Traffic } from '../../machines/contracts'
import type { CallView } from '../session/callView'
import { partnerOf } from '../trace/trace'
import type { ConnectionFacts } from '../trace/trace'
import type { ConnectionId } from '../trace/traceEvent'

/** What became of a message: posted is not arrived. `unconfirmed`: its sender has asked in vain. */
export type DeliveryState = 'under-way' | 'arrived' | 'unconfirmed'

/** A description on the wire. */
export interface CrossedDescription {
  type: 'offer' | 'answer'
  /** The connection that sent it; null where that was not recorded. */
  from: ConnectionId | null
  delivery: DeliveryState
  /** Length of the message as text; SDP is ASCII, so these are bytes. */
  size: number
  /** Position of the event that told of it; a new one means a new crossing. */
  seq: number
}

/** Candidates that one connection sent as messages of their own; `delivery` is that of all. */
export interface CrossedCandidates {
  sent: number
  arrived: number
  delivery: DeliveryState
}

export interface Wire {
  /** Messages that were sent, each counted once however often it was repeated. */
  messages: number
  refused: number
  /** One for each connection, in their order. */
  candidates: readonly (CrossedCandidates & { from: ConnectionId })[]
  offer: CrossedDescription | null
  answer: CrossedDescription | null
  /** The description that was sent last. */
  last: CrossedDescription | null
}

interface Sent {
  message: Message
  from: ConnectionId | null
  size: number
  seq: number
  hasArrived: boolean
}

/** What is on the wire and what has crossed it so far, told by the traffic of all connections. */
export function deriveWire({ connections, trace }: Pick<CallView, 'connections' | 'trace'>): Wire {
  const sent = new Map<string, Sent>()
  const refused = new Map<ConnectionId, number>()
  for (const event of trace.events) {
    if (event.kind !== 'message') continue
    const { seq, conn, data } = event
    const { outcome, message, size, direction } = data
    // Of a flood, not each is told: then the count is.
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
  /** Gathered, but waiting for their own description to cross. */
  held: number
  /** Crossed inside the description instead of one by one. */
  inDescription: number
  /** Arrived, but waiting for the remote description to be set. */
  queued: number
}

/** The candidates that wait at a connection. The empty one only marks the end of candidates. */
export function countQueues({ local, remote }: Pick<ConnectionFacts, 'local' | 'remote'>): Queues {
  const real = <T extends { candidate: { candidate: string } }>(list: readonly T[]) =>
    list.filter(({ candidate }) => candidate.candidate !== '')
  return {
    held: real(local).filter(({ state }) => state === 'held').length,
    inDescription: real(local).filter(({ state }) => state === 'in-description').length,
    queued: real(remote).filter(({ state }) => state === 'queued').length,
  }
}
