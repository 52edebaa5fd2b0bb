import type { EndContext, Traffic } from '../../../machines/contracts'
import type { LogEntry } from '../../../machines/log'
import type { End } from '../../../machines/steps'

/** A description on the wire. */
export interface CrossedDescription {
  type: 'offer' | 'answer'
  from: End
  /** Length of the message as text; SDP is ASCII, so these are bytes. */
  size: number
  /** Position of the entry that told of it; a new one means a new crossing. */
  seq: number
}

export interface Wire {
  /** Messages that crossed, each counted once however often it was repeated. */
  messages: number
  refused: number
  /** Candidates that crossed as messages of their own, by the end that sent them. */
  candidates: Record<End, number>
  offer: CrossedDescription | null
  answer: CrossedDescription | null
  /** The description that crossed last. */
  last: CrossedDescription | null
}

/** What has crossed the wire so far, told by both ends' traffic. */
export function deriveWire(entries: readonly LogEntry[]): Wire {
  const wire: Wire = {
    messages: 0,
    refused: 0,
    candidates: { caller: 0, callee: 0 },
    offer: null,
    answer: null,
    last: null,
  }
  const seen = new Set<string>()
  for (const { seq, event } of entries) {
    if (event.type !== 'signal.traffic') continue
    const { outcome, message, size } = event.traffic
    if (outcome === 'refused') wire.refused += 1
    if (message === undefined || (outcome !== 'sent' && outcome !== 'delivered')) continue
    const key = [message.from, message['session'], message.seq].join()
    if (seen.has(key)) continue
    seen.add(key)
    wire.messages += 1
    const from: End = message.from === 'callee' ? 'callee' : 'caller'
    if (message.kind === 'candidate') wire.candidates[from] += 1
    const type = descriptionType(message)
    if (type !== null) wire.last = wire[type] = { type, from, size, seq }
  }
  return wire
}

function descriptionType({ kind, description }: NonNullable<Traffic['message']>): 'offer' | 'answer' | null {
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
