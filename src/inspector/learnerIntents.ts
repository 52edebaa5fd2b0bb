import type { EndView } from '../../machines/progress'
import type { Action } from '../../machines/contracts'
import { ACTIONS, isActionType } from '../../machines/events'
import { isStepId } from '../../machines/steps'

/** Reads an action from outside, such as another window; null for anything else. A step must be named. */
export function readIntent(event: unknown): Action | null {
  if (typeof event !== 'object' || event === null || !('type' in event)) return null
  const { type } = event
  if (typeof type !== 'string' || !isActionType(type)) return null
  if (type !== 'step.run' && type !== 'step.retry') return { type }
  const step = 'step' in event ? event.step : null
  return typeof step === 'string' && isStepId(step) ? { type, step } : null
}

/** The actions that an end can take now, except an ICE restart of a connection that works. */
export function intentsOf({ tag }: EndView): Action['type'][] {
  return ACTIONS.filter((type) => (type === 'ice.restart' ? tag === 'failed' || tag === 'connected' : true))
}
