import type { Traffic } from '../../../machines/contracts'
import type { LogEntry } from '../../../machines/log'
import type { End } from '../../../machines/steps'

/** One message that crossed, or tried to: what its sender and its receiver each saw of it. */
export interface WireRow {
  key: number
  kind: string
  from: End
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
  message: Traffic['message'] | null
}

const OTHER = { caller: 'callee', callee: 'caller' } as const

/** One row for each crossing, in the order in which they were first seen. */
export function wireRows(entries: readonly LogEntry[]): WireRow[] {
  const rows: WireRow[] = []
  const onTheWay = new Map<string, WireRow[]>()
  // Of an end in another tab one may hear that it sent only after what it sent is here.
  const ahead = new Map<string, WireRow[]>()
  for (const { event, end, at, seq } of entries) {
    if (event.type !== 'signal.traffic') continue
    const { traffic } = event
    const key = keyOf(traffic)
    const waiting = onTheWay.get(key) ?? []
    const row = traffic.direction === 'in' ? waiting.pop() : undefined
    if (row !== undefined) {
      Object.assign(row, arrival(traffic, at))
      continue
    }
    const early = traffic.direction === 'out' ? ahead.get(key)?.shift() : undefined
    if (early !== undefined) {
      early.sentAt = Math.min(at, early.arrivedAt ?? at)
      continue
    }
    const fresh = newRow(traffic, end, at, seq)
    rows.push(fresh)
    // A duplicate is the second arrival of what was paired before.
    if (traffic.outcome === 'duplicate' || traffic.outcome === 'refused') continue
    const list = traffic.direction === 'out' ? onTheWay : ahead
    list.set(key, [...(list.get(key) ?? []), fresh])
  }
  return rows
}

function keyOf({ message }: Traffic): string {
  if (message === undefined) return ''
  // A hello is not numbered: only its content tells one from the next.
  if (message.kind === 'hello') return JSON.stringify(message)
  return [message.from, message['session'], message.seq, message.kind].join(' ')
}

function newRow(traffic: Traffic, end: End, at: number, key: number): WireRow {
  const { message, size, direction } = traffic
  const isNumbered = message !== undefined && message.kind !== 'hello'
  return {
    key,
    kind: message?.kind ?? 'refused',
    from: direction === 'out' ? end : OTHER[end],
    seq: isNumbered ? message.seq : null,
    size,
    sentAt: direction === 'out' ? at : null,
    arrivedAt: null,
    outcome: traffic.outcome,
    reason: null,
    detail: null,
    message: message ?? null,
    ...(direction === 'in' && arrival(traffic, at)),
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
