import { countedName, isAction } from '../../machines/events'
import { lastRun, readRuns } from '../projections/runs'
import type { Run } from '../projections/runs'
import type { LogEntry } from '../../machines/log'
import type { End, StepId } from '../../machines/steps'
import type { Counted } from '../ui/format'

/** What the strip above the evidence says of a run. */
export interface RunDescription {
  outcome: Run['outcome']
  /** Milliseconds from the call to its outcome. */
  duration: number | null
  /** Events of this end from the call until the learner's next action, in the order they first came. */
  events: Counted[]
}

/** The last run of a step; null if it has not run. */
export function describeRun(entries: readonly LogEntry[], step: StepId): RunDescription | null {
  const runs = readRuns(entries)
  const run = lastRun(runs, step)
  if (run === undefined) return null
  const { outcome, start, settle, end } = run
  // What step 5 watches began with step 4.
  const origin = step === 'gather-candidates' ? lastRun(runs, 'set-local-offer') : run
  return {
    outcome,
    duration: settle === null ? null : settle.at - start.at,
    events: countEvents(entriesUntilNextAction(entries, start, origin?.start ?? start), end),
  }
}

function entriesUntilNextAction(
  entries: readonly LogEntry[],
  start: LogEntry,
  from: LogEntry,
): readonly LogEntry[] {
  const next = entries.find((entry) => entry.seq > start.seq && isAction(entry))
  return entries.filter(({ seq }) => seq > from.seq && seq < (next?.seq ?? Infinity))
}

function countEvents(entries: readonly LogEntry[], end: End): Counted[] {
  const counts = new Map<string, number>()
  for (const entry of entries) {
    const name = entry.end === end ? countedName(entry.event) : null
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => ({ name, count }))
}
