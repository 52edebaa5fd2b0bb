import { deriveStatuses, deriveTurn, viewEnd } from '../../machines/progress'
import type { LogEntry, Snapshots } from '../../machines/log'
import type { EndView, StepStatus, Turn } from '../../machines/progress'
import type { StepId } from '../../machines/steps'

/** Everything a panel needs to draw one moment of the call; live and past look the same. */
export interface CallView {
  /** Whether this is the newest moment of a running call: there are peers to ask and something to run. */
  live: boolean
  /** Milliseconds from the making of the call to this moment. */
  at: number
  caller: EndView
  callee: EndView
  turn: Turn
  statuses: Record<StepId, StepStatus>
  /** The log up to this moment. */
  entries: readonly LogEntry[]
}

/** Derives the view of one moment from both ends' snapshots and the entries that led there. */
export function viewCall(moment: Snapshots, entries: readonly LogEntry[], live = true): CallView {
  const caller = viewEnd(moment.caller)
  const callee = viewEnd(moment.callee)
  return {
    live,
    at: entries.at(-1)?.at ?? 0,
    caller,
    callee,
    turn: deriveTurn(caller, callee),
    statuses: deriveStatuses(caller, callee),
    entries,
  }
}
