import type { EndView } from '../../machines/progress'
import type { Action } from '../../machines/contracts'
import { ACTIONS, isActionType } from '../../machines/events'

/** Reads an intent from outside, such as another window; null for whatever else it is. */
export function readIntent(event: unknown): Action | null {
  if (typeof event !== 'object' || event === null || !('type' in event)) return null
  const { type } = event
  return typeof type === 'string' && isActionType(type) ? { type } : null
}

/** The actions an end can take now, but for what would mend nothing: a connection that is not lost. */
export function intentsOf({ tag }: EndView): Action['type'][] {
  return ACTIONS.filter((type) => (type === 'ice.restart' ? tag === 'failed' || tag === 'connected' : true))
}
