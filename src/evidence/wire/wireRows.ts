import type { Traffic } from '../../../machines/contracts'
import { messageKey } from '../../projections/messageKey'
import { partnerOf } from '../../trace/trace'
import type { Trace, TracedConnection } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'

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

/** The tab's count and its panel both read the rows of the same moment. */
const known = new WeakMap<readonly TraceEvent[], readonly WireRow[]>()

/** One row per message, in the order in which they first appear. The events of a moment do not change. */
export function wireRows(trace: Pick<Trace, 'events' | 'connections'>): readonly WireRow[] {
  const rows = known.get(trace.events) ?? readRows(trace)
  known.set(trace.events, rows)
  return rows
}

function readRows({ events, connections }: Pick<Trace, 'events' | 'connections'>): WireRow[] {
  const rows: WireRow[] = []
  const onTheWay = new Map<string, WireRow[]>()
  // The report that an end in another tab has sent a message may arrive after the message.
  const ahead = new Map<string, WireRow[]>()
  for (const event of events) {
    if (event.kind !== 'message') continue
    const { conn, at, seq, data: traffic } = event
    const key = messageKey(traffic)
    const row = traffic.direction === 'in' ? onTheWay.get(key)?.pop() : undefined
    if (row !== undefined) {
      Object.assign(row, arrival(traffic, at))
      continue
    }
    const early = traffic.direction === 'out' ? ahead.get(key)?.shift() : undefined
    if (early !== undefined) {
      early.sentAt = Math.min(at, early.arrivedAt ?? at)
      continue
    }
    const own = connections.find(({ id }) => id === conn) ?? null
    const fresh = newRow(traffic, own, partnerOf(connections, conn), at, seq)
    rows.push(fresh)
    // A duplicate is the second arrival of a message that is already paired.
    if (traffic.outcome === 'duplicate' || traffic.outcome === 'refused') continue
    const list = traffic.direction === 'out' ? onTheWay : ahead
    const waiting = list.get(key)
    if (waiting === undefined) list.set(key, [fresh])
    else waiting.push(fresh)
  }
  return rows
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

/** The number of messages without hellos, which belong to the signaling itself. */
export function countMessages(rows: readonly WireRow[]): number {
  return rows.filter(({ outcome }) => outcome !== 'control').length
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
