import type { LogEntry } from '../../../machines/log'
import type { End, StepId } from '../../../machines/steps'

/** The two clocks of a call: what the application negotiates, and what ICE and DTLS do by themselves. */
export type Lane = 'signaling' | 'ice'

export type ItemKind =
  | 'call'
  | 'observe'
  | 'done'
  | 'failed'
  | 'event'
  | 'change'
  | 'action'
  | 'message'
  | 'refused'
  | 'timer'
  /** This app gives a connection a candidate of its own: no message brought it. */
  | 'placeholder'
  | 'note'

export interface EntryLine {
  lane: Lane
  kind: ItemKind
  /** A name from the API or the wire. */
  name: string
  detail: string
  /** A STUN or TURN server took part: it told an address, or never answered. */
  server: 'answers' | 'silent' | null
}

/** One thing that happened: a row of the drawing and of the list. */
export interface TimelineItem extends EntryLine {
  /** Position in the log, and of the line within its entry. */
  id: string
  /** Milliseconds since the call was made. */
  at: number
  /** Where it happened; of a message, who sent it. */
  end: End
  /** Number of the step that a call belongs to, and its id. */
  step: { id: StepId; number: number } | null
  /** Stays when its step is folded. */
  essential: boolean
  /** Of a message: it crossed, has left, or has come; the last two stand for one half each. */
  path: 'across' | 'out' | 'in' | null
  /** Milliseconds that a message took to cross; null while nobody has seen it arrive. */
  transit: number | null
  /** The entries of the log that it stands for. */
  entries: LogEntry[]
  /** More of the same that followed; each is an item of its own. Empty when it stands alone. */
  members: readonly TimelineItem[]
}

/** A promise: from the call to its outcome. */
export interface PromiseBar {
  end: End
  /** Items where it starts and settles; null while it runs. */
  from: string
  to: string | null
  outcome: 'running' | 'done' | 'failed'
  /** Milliseconds from call to outcome. */
  took: number | null
}

/** An item of one entry, with nothing special about it. */
export function newItem(entry: LogEntry, line: EntryLine): TimelineItem {
  return {
    id: `${String(entry.seq)}.0`,
    at: entry.at,
    end: entry.end,
    step: null,
    essential: false,
    path: null,
    transit: null,
    entries: [entry],
    members: [],
    ...line,
  }
}
