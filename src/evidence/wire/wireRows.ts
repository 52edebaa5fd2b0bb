import type { Traffic } from '../../../machines/contracts'
import { messageKey } from '../../projections/messageKey'
import { partnerOf } from '../../trace/trace'
import type { Trace, TracedConnection } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'

/** One message that crossed, or tried to: what its sender and its receiver each saw of it. */
export interface WireRow {
  key: number
  kind: string
  /** null where it was not recorded. */
  from: TracedConnection | null
  to: TracedConnection | null
  /** Place in the sender's numbered stream; null for a hello, which has none, and for what was not readable. */
  seq: number | null
  size: number
  sentAt: number | null
  arrivedAt: number | null
  /** `sent` until it arrives, then what the receiver did with it. */
  outcome: Traffic['outcome']
  /** Why it was refused. */
  reason: string | null
  detail: string | null
  /** Messages refused so far, where not each is listed; else null. */
  count: number | null
  message: Traffic['message'] | null
}

/** What may still change of a row after it was first seen; the rest of it is settled by its key. */
export function changesOf({ sentAt, arrivedAt, outcome, reason, detail }: WireRow): unknown[] {
  return [sentAt, arrivedAt, outcome, reason, detail]
}

/** The tab counts what its panel lists: both ask for the same moment's. */
const known = new WeakMap<readonly TraceEvent[], readonly WireRow[]>()

/** One row for each crossing, in the order in which they were first seen. The events of a moment do not grow. */
export function wireRows(trace: Pick<Trace, 'events' | 'connections'>): readonly WireRow[] {
  const rows = known.get(trace.events) ?? readRows(trace)
  known.set(trace.events, rows)
  return rows
}

function readRows({ events, connections }: Pick<Trace, 'events' | 'connections'>): WireRow[] {
  const rows: WireRow[] = []
  const onTheWay = new Map<string, WireRow[]>()
  // Of an end in another tab one may hear that it sent only after what it sent is here.
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
    // A duplicate is the second arrival of what was paired before.
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

/** Messages that an application would count: a hello only keeps the wire in order. */
export function countMessages(rows: readonly WireRow[]): number {
  return rows.filter(({ outcome }) => outcome !== 'control').length
}

/** Parts of the list to choose from; named as their words are. */
export const WIRE_FILTERS = ['all', 'descriptions', 'candidates', 'controls', 'refusals'] as const
export type WireFilter = (typeof WIRE_FILTERS)[number]

const BELONGS: Record<WireFilter, (row: WireRow) => boolean> = {
  all: () => true,
  descriptions: ({ kind }) => kind === 'description',
  candidates: ({ kind }) => kind === 'candidate' || kind === 'end-of-candidates',
  controls: ({ kind, outcome }) => outcome === 'control' || kind === 'bye',
  refusals: ({ outcome }) => outcome === 'refused',
}

/** The rows of one part. */
export function filterRows(rows: readonly WireRow[], filter: WireFilter): readonly WireRow[] {
  return rows.filter(BELONGS[filter])
}
