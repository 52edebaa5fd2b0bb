import { isStepId, STEPS, stepIndex } from '../../../machines/steps'
import { eventWords, problemText } from '../../projections/eventWords'
import { isObserving, lastRun, readRuns } from '../../projections/runs'
import type { Run } from '../../projections/runs'
import type { Trace, TracedConnection } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'
import { formatDuration } from '../../ui/format'
import { eventLines } from './eventLines'
import { createMessages } from './messageItems'
import { newItem } from './timelineItem'
import type { ItemLine, PromiseBar, TimelineItem } from './timelineItem'

export interface Timeline {
  /** Everything that happened, oldest first. */
  items: readonly TimelineItem[]
  promises: readonly PromiseBar[]
}

/** The settlement of a promise of a step or a repair. */
type Outcome = Extract<TraceEvent, { step: string }>

/** The calls of an ICE restart besides the steps, and what starts each: the learner, or an arrived description. */
const REPAIRS: Record<string, { name: string; start: 'ice.restart' | 'description' }> = {
  'restart-ice': { name: 'restartIce()', start: 'ice.restart' },
  'answer-restart': { name: 'setRemoteDescription() + setLocalDescription()', start: 'description' },
  'finish-restart': { name: 'setRemoteDescription()', start: 'description' },
}

interface RepairStart {
  event: TraceEvent
  item: TimelineItem | undefined
}

/** The trace as a list of items. Every event belongs to at least one item. */
export function readTimeline(trace: Trace): Timeline {
  const items: TimelineItem[] = []
  const promises: PromiseBar[] = []
  const runs = readRuns(trace)
  const runsBySeq = new Map(
    runs.flatMap((run) => [run.start, run.settle].flatMap((event) => (event ? [[event.seq, run]] : []))),
  )
  const connections = new Map(trace.connections.map((connection) => [connection.id, connection]))
  const messages = createMessages(items, trace.connections)
  const last = new Map<string, TimelineItem>()
  const starts = new Map<string, RepairStart>()

  for (const event of trace.events) {
    const item =
      messages.read(event, ownOf(event)) ?? readRun(event) ?? readRepair(event) ?? readOutcome(event)
    const added = item === null ? readLines(event) : [item]
    for (const one of added) last.set(event.conn, one)
    if (isRepairStart(event)) starts.set(`${event.name} ${event.conn}`, { event, item: added[0] })
  }
  return { items, promises }

  function ownOf({ conn }: TraceEvent): TracedConnection {
    return connections.get(conn) ?? { id: conn, role: null }
  }

  function add(event: TraceEvent, line: ItemLine, more: Partial<TimelineItem> = {}): TimelineItem {
    const item = Object.assign(newItem(event, ownOf(event), line), more)
    items.push(item)
    return item
  }

  function promise(from: TimelineItem) {
    promises.push({ connection: from.connection, from: from.id, to: null, outcome: 'running', took: null })
  }

  function readRun(event: TraceEvent): TimelineItem | null {
    const run = runsBySeq.get(event.seq)
    if (run === undefined) return null
    const { name, step } = stepOf(run)
    if (isOutcome(event)) return settle(event, name, run.start)
    const kind = isObserving(run.step) ? 'observe' : 'call'
    const item = add(event, call(name, kind), { step, essential: true })
    if (kind === 'call') promise(item)
    return item
  }

  function readRepair(event: TraceEvent): TimelineItem | null {
    if (event.kind === 'intent' && event.name === 'call.hang-up')
      return add(event, call('close()'), { essential: true })
    if (event.kind === 'intent' && event.name === 'ice.restart') {
      const item = add(event, call('restartIce()'), { essential: true })
      promise(item)
      return item
    }
    if (!isOutcome(event)) return null
    const repair = Object.hasOwn(REPAIRS, event.step) ? REPAIRS[event.step] : undefined
    if (repair === undefined) return null
    const start = starts.get(`${repair.start} ${event.conn}`)
    if (start?.item !== undefined && repair.start !== 'ice.restart')
      promises.push({
        connection: ownOf(event),
        from: start.item.id,
        to: null,
        outcome: 'running',
        took: null,
      })
    return settle(event, repair.name, start?.event ?? event)
  }

  function settle(event: Outcome, name: string, start: TraceEvent): TimelineItem {
    const outcome = event.kind === 'resolved' ? 'done' : 'failed'
    const took = event.at - start.at
    const detail = event.kind === 'resolved' ? formatDuration(took) : problemText(event.data)
    const item = add(event, { ...call(name, outcome), detail }, { essential: outcome === 'failed' })
    const open = promises.findLast(({ connection, to }) => connection.id === event.conn && to === null)
    if (open !== undefined) Object.assign(open, { to: item.id, outcome, took })
    return item
  }

  /** An outcome whose call was not recorded. */
  function readOutcome(event: TraceEvent): TimelineItem | null {
    if (!isOutcome(event) || lastRun(runs, event.step) !== undefined) return null
    const isFailed = event.kind === 'rejected'
    const line = call(event.name === 'run' ? event.step : `${event.name}()`, isFailed ? 'failed' : 'done')
    return add(event, { ...line, detail: isFailed ? problemText(event.data) : '' }, { essential: isFailed })
  }

  function readLines(event: TraceEvent): TimelineItem[] {
    const lines = eventLines(event, trace.factsAt(event.conn, event.seq)?.peer ?? null)
    if (lines.length > 0) {
      return lines.map((line, index) => add(event, line, { id: `${String(event.seq)}.${String(index)}` }))
    }
    // The event adds nothing new, so it joins the connection's last item, like a description that grew by a candidate.
    const before = last.get(event.conn)
    if (before !== undefined) {
      before.events.push(event)
      return []
    }
    return [add(event, call(eventWords(event).name, 'note'))]
  }
}

function isOutcome(event: TraceEvent): event is Outcome {
  return 'step' in event
}

function isRepairStart({ kind, name }: TraceEvent): boolean {
  return (kind === 'intent' && name === 'ice.restart') || (kind === 'signal' && name === 'description')
}

function stepOf({ step: id }: Run) {
  const index = isStepId(id) ? stepIndex(id) : -1
  return { name: STEPS[index]?.api ?? id, step: { id, number: index === -1 ? null : index + 1 } }
}

function call(name: string, kind: TimelineItem['kind'] = 'call'): ItemLine {
  return { lane: 'signaling', kind, name, detail: '', server: null }
}
