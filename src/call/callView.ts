import { deriveStatuses, deriveTurn, viewEnd } from '../../machines/progress'
import type { LogEntry, Moment } from '../../machines/log'
import type { EndView, StepStatus, Turn } from '../../machines/progress'
import type { StepId } from '../../machines/steps'

/** Everything a panel needs to draw one moment of the call; live and past look the same. */
export interface CallView {
  caller: EndView
  callee: EndView
  turn: Turn
  statuses: Record<StepId, StepStatus>
  /** The log up to this moment. */
  entries: readonly LogEntry[]
}

/** Derives the view of one moment from both ends' snapshots. */
export function viewCall(moment: Moment, entries: readonly LogEntry[]): CallView {
  const caller = viewEnd(moment.caller)
  const callee = viewEnd(moment.callee)
  return {
    caller,
    callee,
    turn: deriveTurn(caller, callee),
    statuses: deriveStatuses(caller, callee),
    entries,
  }
}
