import { isAction } from '../trace/isAction'
import { eventWords } from '../projections/eventWords'
import { lastRun, readRuns } from '../projections/runs'
import type { Run } from '../projections/runs'
import type { Trace } from '../trace/trace'
import type { ConnectionId, TraceEvent } from '../trace/traceEvent'
import type { Counted } from '../ui/format'

/** What the strip above the evidence shows of a run. */
export interface RunDescription {
  outcome: Run['outcome']
  /** Milliseconds from the call to its settlement. */
  duration: number | null
  /** Events of this connection between the call and the learner's next action, in the order they first came. */
  events: Counted[]
}

/** The last run of a step; null if it has not run. */
export function describeRun(
  trace: Pick<Trace, 'events' | 'whole' | 'script'>,
  step: string,
): RunDescription | null {
  const runs = readRuns(trace)
  const run = lastRun(runs, step)
  if (run === undefined) return null
  const { outcome, start, settle, conn } = run
  // The candidates that step 5 waits for began to arrive with step 4.
  const origin = step === 'gather-candidates' ? lastRun(runs, 'set-local-offer') : run
  return {
    outcome,
    duration: settle === null ? null : settle.at - start.at,
    events: countEvents(eventsUntilNextAction(trace.events, start, origin?.start ?? start), conn),
  }
}

function eventsUntilNextAction(
  events: readonly TraceEvent[],
  start: TraceEvent,
  from: TraceEvent,
): readonly TraceEvent[] {
  const next = events.find((event) => event.seq > start.seq && isAction(event))
  return events.slice(from.seq + 1, next?.seq)
}

function countEvents(events: readonly TraceEvent[], conn: ConnectionId): Counted[] {
  const counts = new Map<string, number>()
  for (const event of events) {
    if (event.conn !== conn) continue
    const { name, isCounted } = eventWords(event)
    if (isCounted) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => ({ name, count }))
}
