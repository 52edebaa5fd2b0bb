import { STEPS } from '../../../machines/steps'
import type { LogEntry } from '../../../machines/log'
import type { End, StepId } from '../../../machines/steps'
import type { Counted } from './format'

/** One time that a step was run. */
export interface Run {
  step: StepId
  end: End
  start: LogEntry
  /** The entry of its outcome; null while it runs, and for a step that calls nothing. */
  settle: LogEntry | null
  outcome: 'running' | 'done' | 'failed' | 'observed'
}

/** What the strip above the evidence says of a run. */
export interface RunDescription {
  outcome: Run['outcome']
  /** Milliseconds from the call to its outcome. */
  duration: number | null
  /** Events of this end from the call until the learner's next action, in the order they first came. */
  events: Counted[]
}

// Step 5 watches what step 4 set off, step 12 receives a message: no line of code runs.
const OBSERVING: readonly StepId[] = ['gather-candidates', 'receive-answer']
const SETTLED = /^xstate\.(done|error)\.actor\.(.+)$/

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
    const [, outcome, actor = ''] = SETTLED.exec(entry.event.type) ?? []
    const run = lastRun(runs, actor)
    if (run === undefined || run.settle !== null) continue
    run.settle = entry
    run.outcome = outcome === 'done' ? 'done' : 'failed'
    if (outcome === 'done') done.add(actor)
  }
  return runs
}

function isRunIntent({ event }: LogEntry): boolean {
  return event.type === 'step.run' || event.type === 'step.retry'
}

/** A second click in step 5 leaves it early: it looked like the run of step 6 until the real one came. */
function dropUnsettled(runs: Run[], step: StepId): void {
  const last = runs.at(-1)
  if (last?.step === step && last.settle === null) runs.pop()
}

function lastRun(runs: readonly Run[], step: string): Run | undefined {
  return runs.filter((run) => run.step === step).at(-1)
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

function isAction(entry: LogEntry): boolean {
  return isRunIntent(entry) || entry.event.type === 'ice.restart' || entry.event.type === 'call.hang-up'
}

function countEvents(entries: readonly LogEntry[], end: End): Counted[] {
  const counts = new Map<string, number>()
  for (const entry of entries) {
    const name = entry.end === end ? eventName(entry) : null
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => ({ name, count }))
}

/** The DOM event behind an entry, as code names it; null where there is none. */
export function eventName({ event }: LogEntry): string | null {
  switch (event.type) {
    case 'pc.changed':
      return event.cause.endsWith('statechange') ? event.cause : null
    case 'pc.negotiation-needed':
      return 'negotiationneeded'
    case 'pc.candidate':
      return 'icecandidate'
    case 'pc.candidate-error':
      return 'icecandidateerror'
    case 'pc.track':
      return 'track'
    case 'pc.track-changed':
      return event.track.muted ? 'mute' : 'unmute'
    default:
      return null
  }
}
