import type { BenchState } from '../../machines/bench/benchContracts'
import { FIRST_BENCH } from '../../machines/bench/benchState'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import type { EndContext, PeerStatus } from '../../machines/contracts'
import { firstSnapshots } from '../../machines/log'
import type { Snapshots } from '../../machines/log'
import type { End } from '../../machines/steps'
import type { Moment } from '../../src/labs/moment'
import type { TraceEvent } from '../../src/trace/traceEvent'
import { BENCH_SCRIPT } from './benchCall'
import { FRESH } from './callLog'

/** What an end knows, as far as a test says it. */
export interface Known extends Partial<Omit<EndContext<string>, 'bench' | 'peer'>> {
  bench?: Partial<BenchState>
  peer?: Partial<PeerStatus> | null
}

type Ends = Partial<Record<End, Known>>

/** A moment after one event, before which the ends knew `before`; the learner began there. */
export function momentOf(now: Ends, { before = {}, event }: { before?: Ends; event?: object } = {}): Moment {
  const trace = [
    { seq: 0, at: 0, conn: 'caller', kind: 'clock', name: 'start', data: null, ...event } as TraceEvent,
  ]
  return { history: { trace, snapshots: [snapshotsOf(before), snapshotsOf(now)] }, at: 1, start: 0 }
}

/** The snapshots of both ends with these contexts. */
export function snapshotsOf(ends: Ends): Snapshots {
  const first = firstSnapshots(BENCH_SCRIPT, DEFAULT_SETTINGS)
  const of = (end: End) => ({ ...first[end], context: contextOf(first[end].context, ends[end] ?? {}) })
  return { caller: of('caller'), callee: of('callee') }
}

function contextOf(first: EndContext<string>, { bench, peer, ...rest }: Known): EndContext<string> {
  return {
    ...first,
    ...rest,
    bench: { ...FIRST_BENCH, ...bench },
    peer: peer === undefined || peer === null ? null : { ...FRESH, ...peer },
  }
}
