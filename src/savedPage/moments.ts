import { readTimeline } from '../evidence/timeline/readTimeline'
import { toSections } from '../evidence/timeline/sections'
import type { TimelineItem } from '../evidence/timeline/timelineItem'
import type { CallHistory } from '../session/callHistory'
import { viewCall } from '../session/callView'
import type { CallView } from '../session/callView'
import type { TracedConnection } from '../trace/trace'

/** One stop of a saved page: what an action of the learner led to, up to the next action. */
export interface SavedMoment {
  /** The id of a step, or `before`, `connected`, `restart`, `hang-up` (toSections); `operation` on a bench. */
  readonly id: string
  /** Number of the step, from 1; null for what is no step. */
  readonly number: number | null
  /** The name of a bench's operation; null elsewhere. */
  readonly operation: string | null
  readonly connection: TracedConnection
  /** Milliseconds since the call began. */
  readonly at: number
  /** What happened, oldest first. */
  readonly items: readonly TimelineItem[]
  /** The call when the next action came. */
  readonly view: CallView
}

type Cut = Omit<SavedMoment, 'view'>

/** Divides a recorded call into moments, oldest first: a call by its steps, a bench by its operations. */
export function readMoments(history: CallHistory): SavedMoment[] {
  const timeline = readTimeline(viewCall(history, undefined, false).trace)
  const isBench = history.script.bench !== undefined
  const cuts = isBench
    ? byOperation(timeline.items)
    : toSections(timeline).map((section): Cut => ({ ...section, operation: null }))
  return cuts.map((cut, index) => {
    const next = cuts[index + 1]?.items[0]
    return { ...cut, view: viewCall(history, next === undefined ? undefined : positionOf(next), false) }
  })
}

function byOperation(items: readonly TimelineItem[]): Cut[] {
  const cuts: { start: TimelineItem; items: TimelineItem[] }[] = []
  for (const item of items) {
    const open = cuts.at(-1)
    if (open === undefined || isOperation(item)) cuts.push({ start: item, items: [item] })
    else open.items.push(item)
  }
  return cuts.map(({ start, items: own }) => ({
    id: isOperation(start) ? 'operation' : 'before',
    number: null,
    operation: isOperation(start) ? start.name : null,
    connection: start.connection,
    at: start.at,
    items: own,
  }))
}

function isOperation({ kind, events }: TimelineItem): boolean {
  return kind === 'action' && events[0]?.name === 'bench.run'
}

/** The position of an item's event in the trace: an item's id begins with it. */
function positionOf({ id }: TimelineItem): number {
  return Number.parseInt(id, 10)
}
