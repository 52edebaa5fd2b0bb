import type { Script } from '../../../machines/script'
import { eventWords, problemText } from '../../projections/eventWords'
import { isObserving, isRunIntent, lastRun, nextRuns } from '../../projections/runs'
import type { Run } from '../../projections/runs'
import { stepWith } from '../../projections/scriptSteps'
import { createJournal } from '../../trace/journal'
import { createReading } from '../../trace/reading'
import type { Reader } from '../../trace/reading'
import type { Trace, TracedConnection } from '../../trace/trace'
import type { ConnectionId, TraceEvent } from '../../trace/traceEvent'
import { formatDuration } from '../../ui/format'
import { eventLines } from './eventLines'
import { createItemJournal } from './itemJournal'
import { createMessages } from './messageItems'
import type { ItemLine, PromiseBar, TimelineItem } from './timelineItem'

export interface Timeline {
  /** Everything that happened, oldest first. */
  items: readonly TimelineItem[]
  promises: readonly PromiseBar[]
  /** The step after which the app calls nothing more; null for a trace without steps. */
  lastStep: string | null
}

/** The settlement of a promise of a step or a repair. */
type Outcome = Extract<TraceEvent, { step: string }>

/** The calls of an ICE restart besides the steps, and what starts each: the learner, or an arrived description. */
const REPAIRS: Record<string, { name: string; start: 'ice.restart' | 'description' }> = {
  'restart-ice': { name: 'restartIce()', start: 'ice.restart' },
  'answer-restart': { name: 'setRemoteDescription() + setLocalDescription()', start: 'description' },
  'finish-restart': { name: 'setRemoteDescription()', start: 'description' },
}

/** The trace as a list of items. Every event belongs to at least one item. */
export const readTimeline = createReading((trace: Trace): Reader<Timeline> => {
  let runs: readonly Run[] = []
  let items = createItemReader(trace)
  /** Each reader, and the first length of the trace that it has read rightly. */
  const readers = [{ since: 0, items }]

  return {
    read(event, index) {
      const before = runs
      runs = nextRuns(trace.script, before, event)
      if (isRewritten(before, runs, items.orphans)) {
        items = createItemReader(trace)
        readers.push({ since: index + 1, items })
        trace.whole.slice(0, index).forEach((earlier, place) => {
          items.read(earlier, place, runs)
        })
      }
      items.read(event, index, runs)
    },
    at(length) {
      const reader = readers.findLast(({ since }) => since <= length)
      return (reader ?? { items }).items.at(length)
    },
  }
})

/**
 * Whether an event changes what earlier ones were: a second intent takes the place of the first of the same run, and
 * the outcome of a step that nobody had run may turn out to belong to one.
 */
function isRewritten(before: readonly Run[], after: readonly Run[], orphans: ReadonlySet<string>): boolean {
  const [old, run] = [before.at(-1), after.at(-1)]
  if (run === undefined || run.start === old?.start) return false
  return before.length === after.length || (orphans.has(run.step) && lastRun(before, run.step) === undefined)
}

/** Reads items event by event. `runs` are those that the event belongs to. */
function createItemReader(trace: Trace) {
  let now = 0
  const items = createItemJournal(() => now)
  const promises = createJournal<PromiseBar>()
  const lastStep = trace.script?.steps.at(-1)?.id ?? null
  const connections = new Map(trace.connections.map((connection) => [connection.id, connection]))
  const messages = createMessages(items, trace.connections)
  /** By connection: its last item, and the promises that have not settled. */
  const last = new Map<ConnectionId, number>()
  const open = new Map<ConnectionId, number[]>()
  const starts = new Map<string, { event: TraceEvent; place: number | undefined }>()
  /** Steps of which an outcome was read, but no run. */
  const orphans = new Set<string>()

  return {
    orphans,
    read(event: TraceEvent, index: number, runs: readonly Run[]) {
      now = index
      const place =
        messages.read(event, ownOf(event)) ??
        readRun(event, runs) ??
        readRepair(event) ??
        readOutcome(event, runs)
      const added = place === null ? readLines(event) : [place]
      for (const one of added) last.set(event.conn, one)
      if (isRepairStart(event)) starts.set(`${event.name} ${event.conn}`, { event, place: added[0] })
    },
    at: (length: number): Timeline => ({ items: items.at(length), promises: promises.at(length), lastStep }),
  }

  function ownOf({ conn }: TraceEvent): TracedConnection {
    return connections.get(conn) ?? { id: conn, role: null }
  }

  function add(event: TraceEvent, line: ItemLine, more: Partial<TimelineItem> = {}): number {
    return items.add(event, ownOf(event), line, more)
  }

  /** Begins the promise of a call at an item of a connection. */
  function promise(place: number, connection: TracedConnection) {
    const from = items.newest(place).id
    const bar = promises.add({ connection, from, to: null, outcome: 'running', took: null }, now)
    open.set(connection.id, [...(open.get(connection.id) ?? []), bar])
  }

  function readRun(event: TraceEvent, runs: readonly Run[]): number | null {
    if (!isRunIntent(event) && !isOutcome(event)) return null
    const run = runs.findLast(({ start, settle }) => start === event || settle === event)
    if (run === undefined) return null
    const { name, step } = stepOf(trace.script, run)
    if (isOutcome(event)) return settle(event, name, run.start)
    const kind = isObserving(trace.script, run.step) ? 'observe' : 'call'
    const place = add(event, call(name, kind), { step, essential: true })
    if (kind === 'call') promise(place, ownOf(event))
    return place
  }

  function readRepair(event: TraceEvent): number | null {
    if (event.kind === 'intent' && event.name === 'call.hang-up')
      return add(event, call('close()'), { essential: true })
    if (event.kind === 'intent' && event.name === 'ice.restart') {
      const place = add(event, call('restartIce()'), { essential: true })
      promise(place, ownOf(event))
      return place
    }
    if (!isOutcome(event)) return null
    const repair = Object.hasOwn(REPAIRS, event.step) ? REPAIRS[event.step] : undefined
    if (repair === undefined) return null
    const start = starts.get(`${repair.start} ${event.conn}`)
    if (start?.place !== undefined && repair.start !== 'ice.restart') promise(start.place, ownOf(event))
    return settle(event, repair.name, start?.event ?? event)
  }

  function settle(event: Outcome, name: string, start: TraceEvent): number {
    const outcome = event.kind === 'resolved' ? 'done' : 'failed'
    const took = event.at - start.at
    const detail = event.kind === 'resolved' ? formatDuration(took) : problemText(event.data)
    const place = add(event, { ...call(name, outcome), detail }, { essential: outcome === 'failed' })
    const bar = open.get(event.conn)?.pop()
    if (bar !== undefined)
      promises.change(bar, { ...promises.newest(bar), to: items.newest(place).id, outcome, took }, now)
    return place
  }

  /** The outcome of a call whose start was not recorded. */
  function readOutcome(event: TraceEvent, runs: readonly Run[]): number | null {
    if (!isOutcome(event) || lastRun(runs, event.step) !== undefined) return null
    orphans.add(event.step)
    const isFailed = event.kind === 'rejected'
    const line = call(event.name === 'run' ? event.step : `${event.name}()`, isFailed ? 'failed' : 'done')
    return add(event, { ...line, detail: isFailed ? problemText(event.data) : '' }, { essential: isFailed })
  }

  function readLines(event: TraceEvent): number[] {
    const lines = eventLines(event, trace.factsAt(event.conn, event.seq)?.peer ?? null)
    if (lines.length > 0) {
      return lines.map((line, index) => add(event, line, { id: `${String(event.seq)}.${String(index)}` }))
    }
    // The event shows nothing new, so it belongs to the connection's last item, such as a text that grew by a candidate.
    const before = last.get(event.conn)
    if (before !== undefined) {
      items.attach(before, event)
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

function stepOf(script: Script | null, { step: id }: Run) {
  const step = stepWith(script, id)
  return { name: step?.api ?? id, step: { id, number: step?.number ?? null } }
}

function call(name: string, kind: TimelineItem['kind'] = 'call'): ItemLine {
  return { lane: 'signaling', kind, name, detail: '', server: null }
}
