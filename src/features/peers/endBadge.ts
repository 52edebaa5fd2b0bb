import type { CallView } from '../../session/callView'
import { STEPS, stepIndex } from '../../../machines/steps'
import { lastActionAt } from '../../projections/actions'
import type { ConnectionView } from '../../trace/trace'

export interface EndBadge {
  /** Number of the step, from 1. */
  step: number
  /** acted: it took the last action; busy and failed: at that step; done: the other end acted since. */
  mark: 'acted' | 'busy' | 'failed' | 'done'
}

/** The step of an end for the corner of its card; null before its first step, and if no steps were recorded. */
export function endBadge({ statuses, trace }: CallView, { id, role, end }: ConnectionView): EndBadge | null {
  if (end === null) return null
  const { tag, step } = end
  if (step !== null && (tag === 'busy' || tag === 'failed')) return { step: stepIndex(step) + 1, mark: tag }
  const done = STEPS.findLast((one) => one.end === role && statuses[one.id] === 'done')
  if (done === undefined) return null
  const last = trace.events[lastActionAt(trace) ?? -1]
  return { step: stepIndex(done.id) + 1, mark: last?.conn === id ? 'acted' : 'done' }
}
