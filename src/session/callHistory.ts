import { checkpointAt, isNews } from '../../machines/checkpoints'
import type { Checkpoint } from '../../machines/checkpoints'
import { firstSnapshots, nextSnapshots } from '../../machines/log'
import type { LogEntry, Snapshots } from '../../machines/log'
import type { Settings } from '../../machines/contracts'
import type { Script } from '../../machines/script'
import type { StepId } from '../../machines/steps'
import { createLogReader } from '../trace/fromLog'
import type { TraceEvent } from '../trace/traceEvent'

/** A call as it went: all that panels need of it. A running call's grows at its end; a recording's is whole. */
export interface CallHistory {
  /** What the call consists of. */
  readonly script: Script<StepId>
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
  add(entry: LogEntry, snapshot: Snapshots): void
}

/** An empty history: both ends before anything happened. */
export function createHistory(
  script: Script<StepId>,
  settings: Settings,
  first = firstSnapshots(script, settings),
): AppendableHistory {
  const log: LogEntry[] = []
  const trace: TraceEvent[] = []
  const reader = createLogReader()
  const snapshots = [first]
  let last = checkpointAt(script, 0, first)
  const checkpoints = [last]

  return {
    script,
    log,
    trace,
    snapshots,
    checkpoints,
    add(entry, newest) {
      log.push(entry)
      trace.push(reader.read(entry))
      snapshots.push(newest)
      const checkpoint = checkpointAt(script, log.length, newest)
      if (isNews(checkpoint, last)) checkpoints.push(checkpoint)
      last = checkpoint
    },
  }
}

/** The history of a recorded log, without any peer: its snapshots come from replaying it. */
export function replayHistory(
  script: Script<StepId>,
  settings: Settings,
  log: readonly LogEntry[],
): CallHistory {
  const history = createHistory(script, settings)
  for (const entry of log) history.add(entry, nextSnapshots(script, lastSnapshots(history), entry))
  return history
}

/** The last moment of a history. */
export function lastSnapshots({ snapshots }: CallHistory): Snapshots {
  // A history is never without its first moment.
  return snapshots.at(-1) as Snapshots
}
