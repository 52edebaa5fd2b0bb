import { checkpointAt, isNews } from '../../machines/checkpoints'
import type { Checkpoint } from '../../machines/checkpoints'
import type { LogEntry, Snapshots } from '../../machines/log'
import type { Script } from '../../machines/script'
import type { StepId } from '../../machines/steps'
import type { TraceEvent } from '../trace/traceEvent'

/** A call so far: all that panels need of it. The history of a running call grows; that of a recording is complete. */
export interface CallHistory {
  /** The definition of the call. */
  readonly script: Script<StepId>
  readonly log: readonly LogEntry[]
  /** The log as trace events, which panels read; same positions. */
  readonly trace: readonly TraceEvent[]
  /** The snapshots at every position of the log: one more than it has entries. */
  readonly snapshots: readonly Snapshots[]
  readonly checkpoints: readonly Checkpoint[]
}

/** A history to which entries can be added. */
export interface AppendableHistory extends CallHistory {
  readonly log: LogEntry[]
  /** Adds an entry and the snapshots after it. */
  add(entry: LogEntry, snapshot: Snapshots): void
}

/** An empty history, with both ends before any event. `read` makes a trace event of each entry, in their order. */
export function createHistory(
  script: Script<StepId>,
  first: Snapshots,
  read: (entry: LogEntry) => TraceEvent,
): AppendableHistory {
  const log: LogEntry[] = []
  const trace: TraceEvent[] = []
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
      trace.push(read(entry))
      snapshots.push(newest)
      const checkpoint = checkpointAt(script, log.length, newest)
      if (isNews(checkpoint, last)) checkpoints.push(checkpoint)
      last = checkpoint
    },
  }
}

/** The newest snapshots of a history. */
export function lastSnapshots({ snapshots }: CallHistory): Snapshots {
  // A history always has its first snapshots.
  return snapshots.at(-1) as Snapshots
}
