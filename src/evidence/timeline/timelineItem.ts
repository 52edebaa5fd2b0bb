import type { EventLine } from '../../projections/eventWords'
import type { TracedConnection } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'

/** The two lanes of a call: what the application negotiates, and what ICE and DTLS do by themselves. */
export type Lane = EventLine['lane']

export type ItemKind = EventLine['kind'] | 'call' | 'observe' | 'change' | 'message' | 'refused' | 'note'

/** The text of an item. */
export interface ItemLine extends Omit<EventLine, 'kind'> {
  kind: ItemKind
  /** A name from the API or a message kind. */
  name: string
}

/** One item of the timeline: a row of the drawing and of the list. */
export interface TimelineItem extends ItemLine {
  /** Position of the event in the trace, and of the line within the event. */
  id: string
  /** Milliseconds since the trace began. */
  at: number
  /** Where it happened; for a message the sender, or the receiver if the sender was not recorded. */
  connection: TracedConnection
  /** For a message: the receiver; null if that was not recorded. */
  to: TracedConnection | null
  /** The step that a call belongs to; the number is null for a step of another script. */
  step: { id: string; number: number | null } | null
  /** Whether it is shown while its section is folded. */
  essential: boolean
  /** For a message: both halves, the sending half, or the receiving half. */
  path: 'across' | 'out' | 'in' | null
  /** Milliseconds from sending to arrival; null while no arrival is recorded. */
  transit: number | null
  /** The events it was made from. */
  events: readonly TraceEvent[]
  /** Alike items that followed; each is an item too. Empty if there are none. */
  members: readonly TimelineItem[]
}

/** A promise: from the call to its outcome. */
export interface PromiseBar {
  connection: TracedConnection
  /** Ids of the items where it starts and settles; null while it runs. */
  from: string
  to: string | null
  outcome: 'running' | 'done' | 'failed'
  /** Milliseconds from call to outcome. */
  took: number | null
}

/** An item of one event, with default values. */
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
