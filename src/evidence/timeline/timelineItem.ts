import type { EventLine } from '../../projections/eventWords'
import type { TracedConnection } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'

/** The two clocks of a call: what the application negotiates, and what ICE and DTLS do by themselves. */
export type Lane = EventLine['lane']

export type ItemKind = EventLine['kind'] | 'call' | 'observe' | 'change' | 'message' | 'refused' | 'note'

/** What is written of an item. */
export interface ItemLine extends Omit<EventLine, 'kind'> {
  kind: ItemKind
  /** A name from the API or the wire. */
  name: string
}

/** One thing that happened: a row of the drawing and of the list. */
export interface TimelineItem extends ItemLine {
  /** Position in the trace, and of the line within its event. */
  id: string
  /** Milliseconds since the trace began. */
  at: number
  /** Where it happened; of a message, who sent it, or who received it where the sender was not recorded. */
  connection: TracedConnection
  /** Of a message: who receives it; null where that was not recorded. */
  to: TracedConnection | null
  /** The step that a call belongs to; its number is null where it is none of our script's. */
  step: { id: string; number: number | null } | null
  /** Stays when its step is folded. */
  essential: boolean
  /** Of a message: it crossed, has left, or has come; the last two stand for one half each. */
  path: 'across' | 'out' | 'in' | null
  /** Milliseconds that a message took to cross; null while nobody has seen it arrive. */
  transit: number | null
  /** The events that it stands for. */
  events: TraceEvent[]
  /** More of the same that followed; each is an item of its own. Empty when it stands alone. */
  members: readonly TimelineItem[]
}

/** A promise: from the call to its outcome. */
export interface PromiseBar {
  connection: TracedConnection
  /** Items where it starts and settles; null while it runs. */
  from: string
  to: string | null
  outcome: 'running' | 'done' | 'failed'
  /** Milliseconds from call to outcome. */
  took: number | null
}

/** An item of one event, with nothing special about it. */
export function newItem(event: TraceEvent, connection: TracedConnection, line: ItemLine): TimelineItem {
  return {
    id: `${String(event.seq)}.0`,
    at: event.at,
    connection,
    to: null,
    step: null,
    essential: false,
    path: null,
    transit: null,
    events: [event],
    members: [],
    ...line,
  }
}
