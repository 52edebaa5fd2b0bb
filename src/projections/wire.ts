import type { Traffic } from '../../machines/contracts'
import type { CallView } from '../session/callView'
import { createJournal } from '../trace/journal'
import { createReading } from '../trace/reading'
import type { Reader } from '../trace/reading'
import { partnerOf } from '../trace/trace'
import type { ConnectionFacts, Trace } from '../trace/trace'
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
  /** See `countMessages`. */
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

/** The messages that were sent, each once, in the order in which they first appear, and the number refused. */
const readTraffic = createReading(
  ({
    connections,
  }: Pick<Trace, 'connections' | 'events' | 'whole'>): Reader<{
    sent: readonly Sent[]
    refused: number
  }> => {
    const sent = createJournal<Sent>()
    const places = new Map<string, number>()
    const refused = new Map<ConnectionId, number>()
    /** The refusals of all connections, each time that their number changed. */
    const refusals = createJournal<number>()

    return {
      read(event, index) {
        if (event.kind !== 'message') return
        const { seq, conn, data } = event
        const { outcome, message, size, direction } = data
        if (outcome === 'refused') {
          // In a flood not every refusal is reported, so the reported count is used.
          refused.set(conn, Math.max((refused.get(conn) ?? 0) + 1, data.count ?? 0))
          refusals.add(
            [...refused.values()].reduce((sum, count) => sum + count, 0),
            index,
          )
        }
        if (message === undefined || (outcome !== 'sent' && outcome !== 'delivered')) return
        const from = direction === 'out' ? conn : (partnerOf(connections, conn)?.id ?? null)
        // Of more than two connections nobody knows who sent what arrives: then it counts where it arrived.
        const key = [message.from, message['session'], message.seq, from ?? `to ${conn}`].join()
        const place = places.get(key)
        const hasArrived = outcome === 'delivered'
        if (place === undefined) {
          places.set(key, sent.add({ message, from, size, seq, hasArrived }, index))
        } else if (hasArrived && !sent.newest(place).hasArrived)
          sent.change(place, { ...sent.newest(place), hasArrived }, index)
      },
      at: (length) => ({ sent: sent.at(length), refused: refusals.at(length).at(-1) ?? 0 }),
    }
  },
)

/**
 * The number of messages of a call, wherever one is shown: each counts once, however often it was sent or arrived. A
 * hello belongs to the signaling itself and does not count; neither does what was refused.
 */
export function countMessages(trace: Pick<Trace, 'connections' | 'events' | 'whole'>): number {
  return readTraffic(trace).sent.length
}

/** The messages sent so far and what happened to them, from the traffic of all connections. */
export function deriveWire({ connections, trace }: Pick<CallView, 'connections' | 'trace'>): Wire {
  const { sent, refused } = readTraffic(trace)
  const ends = new Map(connections.map(({ id, end }) => [id, end]))
  const deliveryOf = (from: ConnectionId | null, hasArrived: boolean): DeliveryState => {
    const end = from === null ? null : ends.get(from)
    if (hasArrived || end?.context.delivery.state === 'confirmed') return 'arrived'
    return end?.unconfirmed === true ? 'unconfirmed' : 'under-way'
  }
  const candidates = connections.map(({ id }) => {
    const own = sent.filter(({ message, from }) => message.kind === 'candidate' && from === id)
    const arrived = own.filter(({ hasArrived }) => deliveryOf(id, hasArrived) === 'arrived').length
    return { from: id, sent: own.length, arrived, delivery: deliveryOf(id, arrived === own.length) }
  })
  const wire: Wire = {
    messages: countMessages(trace),
    refused,
    candidates,
    offer: null,
    answer: null,
    last: null,
  }
  for (const { message, from, size, seq, hasArrived } of sent) {
    const type = descriptionType(message)
    if (type !== null)
      wire.last = wire[type] = { type, from, size, seq, delivery: deliveryOf(from, hasArrived) }
  }
  return wire
}

type Message = NonNullable<Traffic['message']>

function descriptionType({ kind, description }: Message): 'offer' | 'answer' | null {
  if (kind !== 'description') return null
  const { type } = description as { type: string }
  return type === 'offer' || type === 'answer' ? type : null
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
