import { isBenchIntentType } from '../../machines/bench/benchIntents'
import { isActionType } from '../../machines/events'
import type { TraceEvent } from './traceEvent'

/**
 * Whether an event is an action of the learner on the call; a change of settings is none, because it affects later
 * steps.
 */
export function isAction({ kind, name }: Pick<TraceEvent, 'kind' | 'name'>): boolean {
  return kind === 'intent' && (isActionType(name) || isBenchIntentType(name))
}
