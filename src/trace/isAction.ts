import { isActionType } from '../../machines/events'
import type { TraceEvent } from './traceEvent'

/** Whether an event is something the learner did to the call; a change of settings only prepares what is to come. */
export function isAction({ kind, name }: Pick<TraceEvent, 'kind' | 'name'>): boolean {
  return kind === 'intent' && isActionType(name)
}
