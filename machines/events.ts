import type { Action } from './contracts'

/** What a learner does to a call, in the order in which an inspector offers it: a missing one does not compile. */
const IS_ACTION: Record<Action['type'], true> = {
  'step.run': true,
  'step.retry': true,
  'ice.restart': true,
  'wire.ask': true,
  'call.hang-up': true,
}

/** The types of what a learner does to a call. */
export const ACTIONS = Object.keys(IS_ACTION).filter(isActionType)

/** Whether a text from outside is the type of something that a learner does to a call. */
export function isActionType(type: string): type is Action['type'] {
  return Object.hasOwn(IS_ACTION, type)
}
