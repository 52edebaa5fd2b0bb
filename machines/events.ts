import type { Action } from './contracts'

/** What a learner can do to a call, in the order in which an inspector offers it. A missing type does not compile. */
const IS_ACTION: Record<Action['type'], true> = {
  'step.run': true,
  'step.retry': true,
  'ice.restart': true,
  'wire.ask': true,
  'call.hang-up': true,
}

/** The types of the intents that act on a call. */
export const ACTIONS = Object.keys(IS_ACTION).filter(isActionType)

/** Whether a text from outside is the type of an intent that acts on a call. */
export function isActionType(type: string): type is Action['type'] {
  return Object.hasOwn(IS_ACTION, type)
}
