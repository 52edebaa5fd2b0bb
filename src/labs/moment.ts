import type { BenchState } from '../../machines/bench/benchContracts'
import { FIRST_BENCH } from '../../machines/bench/benchState'
import type { EndContext } from '../../machines/contracts'
import type { Snapshots } from '../../machines/log'
import type { End } from '../../machines/steps'
import type { TraceEvent } from '../trace/traceEvent'

/** What a lab reads of a call: its events, and both ends at every position. */
export interface LabHistory {
  readonly trace: readonly TraceEvent[]
  /** One more than there are events: the first is before any. */
  readonly snapshots: readonly Snapshots[]
}

/** A moment of a history: after `at` events. The learner began after `start` events. */
export interface Moment {
  readonly history: LabHistory
  readonly at: number
  readonly start: number
}

/** What an end knows, with the state of its bench. */
export type LabContext = EndContext<string> & { bench: BenchState }

/** What an end knew after `index` events; a position beyond the history means its newest. */
export function contextAt({ snapshots }: LabHistory, index: number, end: End): LabContext {
  const moment = snapshots[index] ?? snapshots.at(-1)
  if (moment === undefined) throw new Error('a history has its first snapshots')
  const { context } = moment[end]
  return { ...context, bench: context.bench ?? FIRST_BENCH }
}

/** The newest position of a history. */
export function lengthOf({ trace, snapshots }: LabHistory): number {
  // While an event is added, one of the two lists may be ahead.
  return Math.min(trace.length, snapshots.length - 1)
}
