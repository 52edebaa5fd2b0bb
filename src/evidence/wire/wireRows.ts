import type { Traffic } from '../../../machines/contracts'
import { messageKey } from '../../projections/messageKey'
import { createJournal } from '../../trace/journal'
import { createReading } from '../../trace/reading'
import type { Reader } from '../../trace/reading'
import { partnerOf } from '../../trace/trace'
import type { Trace, TracedConnection } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'

type Message = Extract<TraceEvent, { kind: 'message' }>

/** One message, with what the sender and the receiver each reported about it. */
export interface WireRow {
  key: number
  kind: string
  /** null where it was not recorded. */
  from: TracedConnection | null
  to: TracedConnection | null
  /** Number in the sender's stream; null for a hello, which has none, and for an unreadable message. */
  seq: number | null
  size: number
  sentAt: number | null
  arrivedAt: number | null
  /** `sent` until it arrives, then what the receiver did with it. */
  outcome: Traffic['outcome']
  /** Why it was refused; null if it was not. */
  reason: string | null
  detail: string | null
  /** Number of messages refused so far, where not each is listed; else null. */
  count: number | null
  message: Traffic['message'] | null
}

/** The fields of a row that may still change; the key determines the others. */
export function changesOf({ sentAt, arrivedAt, outcome, reason, detail }: WireRow): unknown[] {
  return [sentAt, arrivedAt, outcome, reason, detail]
}

/** What the messages of one moment are read from. */
type Moment = Pick<Trace, 'events' | 'whole' | 'connections'>

const readWire = createReading(({ connections }: Moment): Reader<readonly WireRow[]> => {
  const rows = createJournal<WireRow>()
  const onTheWay = new Map<string, number[]>()
  // The report that an end in another tab has sent a message may arrive after the message.
  const ahead = new Map<string, number[]>()

  function readMessage({ conn, at, seq, data: traffic }: Message, index: number) {
    const key = messageKey(traffic)
    const sent = traffic.direction === 'in' ? onTheWay.get(key)?.pop() : undefined
    if (sent !== undefined) {
      const row = rows.newest(sent)
      rows.change(sent, { ...row, ...arrival(traffic, at) }, index)
      return
    }
    const early = traffic.direction === 'out' ? ahead.get(key)?.shift() : undefined
    if (early !== undefined) {
      const row = rows.newest(early)
      rows.change(early, { ...row, sentAt: Math.min(at, row.arrivedAt ?? at) }, index)
      return
    }
    const own = connections.find(({ id }) => id === conn) ?? null
    const fresh = rows.add(newRow(traffic, own, partnerOf(connections, conn), at, seq), index)
    // A duplicate is the second arrival of a message that is already paired.
    if (traffic.outcome === 'duplicate' || traffic.outcome === 'refused') return
    const list = traffic.direction === 'out' ? onTheWay : ahead
    const waiting = list.get(key)
    if (waiting === undefined) list.set(key, [fresh])
    else waiting.push(fresh)
  }

  return {
    read(event, index) {
      if (event.kind === 'message') readMessage(event, index)
    },
    at: (length) => rows.at(length),
  }
})

/** One row per message, in the order in which they first appear. */
export function wireRows(trace: Moment): readonly WireRow[] {
  return readWire(trace)
}

function newRow(
  traffic: Traffic,
  own: TracedConnection | null,
  other: TracedConnection | null,
  at: number,
  key: number,
): WireRow {
  const { message, size, direction, outcome, reason, detail, count } = traffic
  const isNumbered = message !== undefined && message.kind !== 'hello'
  const isIn = direction === 'in'
  return {
    key,
    kind: message?.kind ?? 'refused',
    from: isIn ? other : own,
    to: isIn ? own : other,
    seq: isNumbered ? message.seq : null,
    size,
    sentAt: isIn ? null : at,
    arrivedAt: isIn ? at : null,
    outcome,
    reason: (isIn ? reason : null) ?? null,
    detail: (isIn ? detail : null) ?? null,
    count: count ?? null,
    message: message ?? null,
  }
}

function arrival({ outcome, reason, detail }: Traffic, at: number): Partial<WireRow> {
  return { arrivedAt: at, outcome, reason: reason ?? null, detail: detail ?? null }
}

/** Filters of the list, named like their words. */
export const WIRE_FILTERS = ['all', 'descriptions', 'candidates', 'controls', 'refusals'] as const
export type WireFilter = (typeof WIRE_FILTERS)[number]

const BELONGS: Record<WireFilter, (row: WireRow) => boolean> = {
  all: () => true,
  descriptions: ({ kind }) => kind === 'description',
  candidates: ({ kind }) => kind === 'candidate' || kind === 'end-of-candidates',
  controls: ({ kind, outcome }) => outcome === 'control' || kind === 'bye',
  refusals: ({ outcome }) => outcome === 'refused',
}

/** The rows that pass a filter. */
export function filterRows(rows: readonly WireRow[], filter: WireFilter): readonly WireRow[] {
  return rows.filter(BELONGS[filter])
}
