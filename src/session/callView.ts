import { deriveStatuses, deriveTurn, viewEnds } from '../../machines/progress'
import type { Snapshots } from '../../machines/log'
import type { EndView, StepStatus, Turn } from '../../machines/progress'
import type { End, StepId } from '../../machines/steps'
import type { ConnectionView, Trace, TracedConnection } from '../trace/trace'
import type { TraceEvent } from '../trace/traceEvent'
import type { CallHistory } from './callHistory'

/** Everything a panel needs to draw one moment of the call; live and past have the same shape. */
export interface CallView {
  /** Whether this is the newest moment of a running call, so that peers can be asked and something can run. */
  live: boolean
  /** Milliseconds from the creation of the call to this moment. */
  at: number
  /** The connections of the call, the caller's first. */
  connections: readonly ConnectionView[]
  /** The events up to this moment. */
  trace: Trace
  turn: Turn
  statuses: Record<StepId, StepStatus>
}

/** A call of this app has one connection at each end, named like the end. */
const traced = (roles: readonly End[]): TracedConnection[] => roles.map((end) => ({ id: end, role: end }))

/** The view of a history at a position; by default its newest. */
export function viewCall(history: CallHistory, index = history.log.length, live = true): CallView {
  const snapshots = history.snapshots[index]
  if (snapshots === undefined) throw new Error(`no moment ${String(index)}`)
  const ends = viewEnds(snapshots)
  // Copying ten thousand events takes microseconds, and a view must not change after it was made.
  const events = history.trace.slice(0, index)
  return {
    live,
    at: history.log[index - 1]?.at ?? 0,
    connections: connectionsOf(ends, history.script.roles),
    trace: traceOf(history, events),
    turn: deriveTurn(history.script, ends),
    statuses: deriveStatuses(history.script, ends),
  }
}

/** The connections of the ends that a call of ours plays. */
export function connectionsOf(ends: Readonly<Record<End, EndView>>, roles: readonly End[]): ConnectionView[] {
  return roles.map((end) => ({ id: end, role: end, facts: ends[end].context, end: ends[end] }))
}

/**
 * The first events of a history as a trace. The snapshots hold what was known of a connection, so nothing is folded.
 */
export function traceOf({ script, trace, snapshots }: CallHistory, events: readonly TraceEvent[]): Trace {
  return {
    connections: traced(script.roles),
    script,
    events,
    whole: trace,
    factsAt(conn, index) {
      const moment: Snapshots | undefined = snapshots[index]
      return moment !== undefined && Object.hasOwn(moment, conn) ? moment[conn as End].context : null
    },
  }
}
