import { STEPS } from '../../machines/steps'
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

/** Every run of every step. An intent in the log does not name its step: the order of the steps does. */
export function readRuns(entries: readonly LogEntry[]): Run[] {
  const runs: Run[] = []
  const done = new Set<string>()
  for (const entry of entries) {
    if (isRunIntent(entry)) {
      const step = STEPS.find(({ id, end }) => end === entry.end && !done.has(id))?.id
      if (step === undefined) continue
      const observes = isObserving(step)
      if (observes) done.add(step)
      dropUnsettled(runs, step)
      runs.push({
        step,
        end: entry.end,
        start: entry,
        settle: null,
        outcome: observes ? 'observed' : 'running',
      })
      continue
    }
    const end = settled(entry.event)
    const run = end === null ? undefined : lastRun(runs, end.actor)
    if (end === null || run === undefined || run.settle !== null) continue
    run.settle = entry
    run.outcome = end.outcome
    if (end.outcome === 'done') done.add(end.actor)
  }
  return runs
}

/** Whether an entry is the learner running a step, or retrying it. */
export function isRunIntent({ event }: LogEntry): boolean {
  return event.type === 'step.run' || event.type === 'step.retry'
}

/** A second click in step 5 leaves it early: it looked like the run of step 6 until the real one came. */
function dropUnsettled(runs: Run[], step: StepId): void {
  const last = runs.at(-1)
  if (last?.step === step && last.settle === null) runs.pop()
}

/** The last time that a step was run. */
export function lastRun(runs: readonly Run[], step: string): Run | undefined {
  return runs.filter((run) => run.step === step).at(-1)
}
