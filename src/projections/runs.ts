import type { Script } from '../../machines/script'
import type { Trace } from '../trace/trace'
import { createProjection } from '../trace/projection'
import type { ConnectionId, TraceEvent } from '../trace/traceEvent'
import { stepWith } from './scriptSteps'

/** One run of a step. */
export interface Run {
  readonly step: string
  readonly conn: ConnectionId
  readonly start: TraceEvent
  /** Its outcome; null while it runs, and for a step that calls nothing. */
  readonly settle: TraceEvent | null
  readonly outcome: 'running' | 'done' | 'failed' | 'observed'
}

/** Whether a step calls nothing: step 5 waits for what step 4 started, step 12 receives a message. */
export function isObserving(script: Script | null, step: string): boolean {
  return stepWith(script, step)?.runs === null
}

/** The runs after an event, from those before it. */
export function nextRuns(script: Script | null, runs: readonly Run[], event: TraceEvent): readonly Run[] {
  const step = stepRun(event)
  if (step !== null) return isOver(lastRun(runs, step)) ? runs : startRun(script, runs, event, step)
  const isOutcome = (event.kind === 'resolved' || event.kind === 'rejected') && 'step' in event
  return isOutcome ? settleRun(runs, event, event.step) : runs
}

/** Every run of every step, in the order of the trace. */
export function readRuns(trace: Pick<Trace, 'events' | 'whole' | 'script'>): readonly Run[] {
  const { script } = trace
  const read =
    projections.get(script ?? NONE) ??
    createProjection<readonly Run[]>([], (runs, event) => nextRuns(script, runs, event))
  projections.set(script ?? NONE, read)
  return read(trace)
}

/** Stands for the script of a trace that has none. */
const NONE = {}
const projections = new WeakMap<object, (trace: Pick<Trace, 'events' | 'whole'>) => readonly Run[]>()

/** The step that an event runs or retries; null for every other event. */
function stepRun(event: TraceEvent): string | null {
  if (event.kind !== 'intent') return null
  return event.name === 'step.run' || event.name === 'step.retry' ? event.data.step : null
}

/** An intent for a step that is done changes nothing; a second one in step 5 only ends it earlier. */
function isOver(run: Run | undefined): boolean {
  return run?.outcome === 'done' || run?.outcome === 'observed'
}

function startRun(
  script: Script | null,
  runs: readonly Run[],
  start: TraceEvent,
  step: string,
): readonly Run[] {
  // A second intent before the first has settled belongs to the same run.
  const last = runs.at(-1)
  const before = last?.step === step && last.settle === null ? runs.slice(0, -1) : runs
  const outcome = isObserving(script, step) ? 'observed' : 'running'
  return [...before, { step, conn: start.conn, start, settle: null, outcome }]
}

function settleRun(runs: readonly Run[], settle: TraceEvent, step: string): readonly Run[] {
  const run = lastRun(runs, step)
  if (run === undefined || run.settle !== null) return runs
  const outcome = settle.kind === 'resolved' ? 'done' : 'failed'
  return runs.map((each) => (each === run ? { ...each, settle, outcome } : each))
}

/** Whether an event is the learner's intent to run or retry a step. */
export function isRunIntent(event: TraceEvent): boolean {
  return stepRun(event) !== null
}

/** The last run of a step. */
export function lastRun(runs: readonly Run[], step: string): Run | undefined {
  return runs.findLast((run) => run.step === step)
}
