import type { EndContext, Traffic } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import type { CallView } from '../call/callView'

/** What became of a message: posted is not arrived. `unconfirmed`: its sender has asked in vain. */
export type DeliveryState = 'under-way' | 'arrived' | 'unconfirmed'

/** A description on the wire. */
export interface CrossedDescription {
  type: 'offer' | 'answer'
  from: End
  delivery: DeliveryState
  /** Length of the message as text; SDP is ASCII, so these are bytes. */
  size: number
  /** Position of the entry that told of it; a new one means a new crossing. */
  seq: number
}

export interface Wire {
  /** Messages that were sent, each counted once however often it was repeated. */
  messages: number
  refused: number
  /** Candidates sent as messages of their own, by the end that sent them; `delivery` is that of all. */
  candidates: Record<End, { sent: number; arrived: number; delivery: DeliveryState }>
  offer: CrossedDescription | null
  answer: CrossedDescription | null
  /** The description that was sent last. */
  last: CrossedDescription | null
}

/** What is on the wire and what has crossed it so far, told by both ends' traffic. */
export function deriveWire(view: Pick<CallView, 'entries' | 'caller' | 'callee'>): Wire {
  const sent = new Map<string, { message: Message; size: number; seq: number; hasArrived: boolean }>()
  const refused = { caller: 0, callee: 0 }
  for (const { seq, end, event } of view.entries) {
    if (event.type !== 'signal.traffic') continue
    const { outcome, message, size } = event.traffic
    // Of a flood, not each is told: then the count is.
    if (outcome === 'refused') refused[end] = Math.max(refused[end] + 1, event.traffic.count ?? 0)
    if (message === undefined || (outcome !== 'sent' && outcome !== 'delivered')) continue
    const key = [message.from, message['session'], message.seq].join()
    const known = sent.get(key) ?? { message, size, seq, hasArrived: false }
    sent.set(key, { ...known, hasArrived: known.hasArrived || outcome === 'delivered' })
  }

  const deliveryOf = (from: End, hasArrived: boolean): DeliveryState => {
    if (hasArrived || view[from].context.delivery.state === 'confirmed') return 'arrived'
    return view[from].unconfirmed ? 'unconfirmed' : 'under-way'
  }
  const candidatesOf = (end: End) => {
    const own = [...sent.values()].filter(
      ({ message }) => message.kind === 'candidate' && fromOf(message) === end,
    )
    const arrived = own.filter(({ hasArrived }) => deliveryOf(end, hasArrived) === 'arrived').length
    return { sent: own.length, arrived, delivery: deliveryOf(end, arrived === own.length) }
  }
  const wire: Wire = {
    messages: sent.size,
    refused: refused.caller + refused.callee,
    candidates: { caller: candidatesOf('caller'), callee: candidatesOf('callee') },
    offer: null,
    answer: null,
    last: null,
  }
  for (const { message, size, seq, hasArrived } of sent.values()) {
    const type = descriptionType(message)
    const from = fromOf(message)
    if (type !== null)
      wire.last = wire[type] = { type, from, size, seq, delivery: deliveryOf(from, hasArrived) }
  }
  return wire
}

type Message = NonNullable<Traffic['message']>

function fromOf({ from }: Message): End {
  return from === 'callee' ? 'callee' : 'caller'
}

function descriptionType({ kind, description }: Message): 'offer' | 'answer' | null {
  if (kind !== 'description') return null
  return (description as { type: 'offer' | 'answer' }).type
}

export interface Queues {
  /** Gathered, but waiting for their own description to cross. */
  held: number
  /** Crossed inside the description instead of one by one. */
  described: number
  /** Arrived, but waiting for the remote description to be set. */
  queued: number
}

/** The candidates that wait at an end. The empty one only marks the end of candidates. */
export function countQueues({ local, remote }: EndContext): Queues {
  const real = <T extends { candidate: { candidate: string } }>(list: readonly T[]) =>
    list.filter(({ candidate }) => candidate.candidate !== '')
  return {
    held: real(local).filter(({ state }) => state === 'held').length,
    described: real(local).filter(({ state }) => state === 'described').length,
    queued: real(remote).filter(({ state }) => state === 'queued').length,
  }
}
