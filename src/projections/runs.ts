import type { LogEntry } from '../../machines/log'
import { settled } from '../../machines/machineEvents'
import type { End, StepId } from '../../machines/steps'

/** One time that a step was run. */
export interface Run {
  step: StepId
  end: End
  start: LogEntry
  /** The entry of its outcome; null while it runs, and for a step that calls nothing. */
  settle: LogEntry | null
  outcome: 'running' | 'done' | 'failed' | 'observed'
}

// Step 5 watches what step 4 set off, step 12 receives a message: no line of code runs.
const OBSERVING: readonly StepId[] = ['gather-candidates', 'receive-answer']

/** Whether a step calls nothing. */
export function isObserving(step: StepId): boolean {
  return OBSERVING.includes(step)
}

/** Every run of every step, in the order of the log. */
export function readRuns(entries: readonly LogEntry[]): Run[] {
  const runs: Run[] = []
  for (const entry of entries) {
    const step = stepRun(entry)
    if (step === null) settleRun(runs, entry)
    else if (!isOver(lastRun(runs, step))) startRun(runs, entry, step)
  }
  return runs
}

/** The step that an entry runs or retries; null for every other entry. */
function stepRun({ event }: LogEntry): StepId | null {
  return event.type === 'step.run' || event.type === 'step.retry' ? event.step : null
}

/** A press for a step that is behind changes nothing; a second one in step 5 only leaves it earlier. */
function isOver(run: Run | undefined): boolean {
  return run?.outcome === 'done' || run?.outcome === 'observed'
}

function startRun(runs: Run[], start: LogEntry, step: StepId): void {
  // A second press while the first is not settled: it is one run.
  const last = runs.at(-1)
  if (last?.step === step && last.settle === null) runs.pop()
  runs.push({
    step,
    end: start.end,
    start,
    settle: null,
    outcome: isObserving(step) ? 'observed' : 'running',
  })
}

function settleRun(runs: readonly Run[], entry: LogEntry): void {
  const end = settled(entry.event)
  const run = end === null ? undefined : lastRun(runs, end.actor)
  if (end === null || run === undefined || run.settle !== null) return
  run.settle = entry
  run.outcome = end.outcome
}

/** Whether an entry is the learner running a step, or retrying it. */
export function isRunIntent(entry: LogEntry): boolean {
  return stepRun(entry) !== null
}

/** The last time that a step was run. */
export function lastRun(runs: readonly Run[], step: string): Run | undefined {
  return runs.filter((run) => run.step === step).at(-1)
}
