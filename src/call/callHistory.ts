import { firstSnapshots, nextSnapshots } from '../../machines/log'
import type { LogEntry, Snapshots } from '../../machines/log'
import type { Settings } from '../../machines/contracts'
import { deriveTurn, viewEnd } from '../../machines/progress'
import type { Phase } from '../../machines/progress'
import { STEP_IDS, stepIndex } from '../../machines/steps'
import type { StepId } from '../../machines/steps'
import { createLogReader } from '../trace/fromLog'
import type { TraceEvent } from '../trace/traceEvent'

/** A moment that looking back stops at: a step was finished or failed, or the connection changed its phase. */
export interface Checkpoint {
  /** Position among the snapshots: so many entries lie behind it. */
  readonly index: number
  /** The last step that is done; null before the first. */
  readonly step: StepId | null
  readonly phase: Phase
  /** The step after `step` has just failed. */
  readonly failed: boolean
}

/** A call as it went: all that panels need of it. A running call's grows at its end; a recording's is whole. */
export interface CallHistory {
  readonly log: readonly LogEntry[]
  /** The log in the words that panels read, position by position. */
  readonly trace: readonly TraceEvent[]
  /** The snapshots that the log led through: one more than it has entries. */
  readonly snapshots: readonly Snapshots[]
  readonly checkpoints: readonly Checkpoint[]
}

/** A history that can be added to. */
export interface AppendableHistory extends CallHistory {
  readonly log: LogEntry[]
  /** Adds an entry and the moment that it led to. */
  add(entry: LogEntry, moment: Snapshots): void
}

/** An empty history: both ends before anything happened. */
export function createHistory(settings: Settings, first = firstSnapshots(settings)): AppendableHistory {
  const log: LogEntry[] = []
  const trace: TraceEvent[] = []
  const reader = createLogReader()
  const snapshots = [first]
  let last = checkpointAt(0, first)
  const checkpoints = [last]

  return {
    log,
    trace,
    snapshots,
    checkpoints,
    add(entry, moment) {
      log.push(entry)
      trace.push(reader.read(entry))
      snapshots.push(moment)
      const checkpoint = checkpointAt(log.length, moment)
      if (isNews(checkpoint, last)) checkpoints.push(checkpoint)
      last = checkpoint
    },
  }
}

/** The history of a recorded log, without any peer: its snapshots come from replaying it. */
export function replayHistory(settings: Settings, log: readonly LogEntry[]): CallHistory {
  const history = createHistory(settings)
  let moment = firstSnapshots(settings)
  for (const entry of log) history.add(entry, (moment = nextSnapshots(moment, entry)))
  return history
}

/** The last moment of a history. */
export function lastSnapshots({ snapshots }: CallHistory): Snapshots {
  // A history is never without its first moment.
  return snapshots.at(-1) as Snapshots
}

function checkpointAt(index: number, { caller, callee }: Snapshots): Checkpoint {
  const { phase, step, tag } = deriveTurn(viewEnd(caller), viewEnd(callee))
  const done = step === null ? STEP_IDS.at(-1) : STEP_IDS[stepIndex(step) - 1]
  return { index, step: done ?? null, phase, failed: phase === 'steps' && tag === 'failed' }
}

/** A retry is no news, its outcome is. */
function isNews(now: Checkpoint, before: Checkpoint): boolean {
  return now.step !== before.step || now.phase !== before.phase || (now.failed && !before.failed)
}

/** Position of the moment when a step had just become done; null if it has not. */
export function indexOfStep(checkpoints: readonly Checkpoint[], id: StepId): number | null {
  const checkpoint = checkpoints.find(({ step }) => step !== null && stepIndex(step) >= stepIndex(id))
  return checkpoint?.index ?? null
}

/** The last checkpoint at or before a moment. */
export function checkpointBefore(checkpoints: readonly Checkpoint[], index: number): Checkpoint {
  // The first checkpoint is at 0, before everything.
  return checkpoints.findLast((checkpoint) => checkpoint.index <= index) ?? (checkpoints[0] as Checkpoint)
}
