import type { CallView } from '../../call/callView'
import { STEPS, stepIndex } from '../../../machines/steps'
import type { End } from '../../../machines/steps'
import { lastActionAt } from '../../projections/actions'

export interface EndBadge {
  /** Number of the step, from 1. */
  step: number
  /** acted: it did the last action; busy and failed: at that step; done: the other end acted since. */
  mark: 'acted' | 'busy' | 'failed' | 'done'
}

/** Which step an end stands at, for the corner of its card; null before its first. */
export function endBadge(view: CallView, end: End): EndBadge | null {
  const { tag, step } = view[end]
  if (step !== null && (tag === 'busy' || tag === 'failed')) return { step: stepIndex(step) + 1, mark: tag }
  const done = STEPS.filter(({ id, end: acting }) => acting === end && view.statuses[id] === 'done').at(-1)
  if (done === undefined) return null
  const last = view.trace.events[lastActionAt(view.trace) ?? -1]
  const mark = last?.conn === end ? 'acted' : 'done'
  return { step: stepIndex(done.id) + 1, mark }
}
