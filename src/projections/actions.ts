import { createProjection } from '../trace/projection'
import type { Trace } from '../trace/trace'
import type { TraceEvent } from '../trace/traceEvent'

/** Whether somebody acted on the call by an event: what follows is its doing. Settings only prepare. */
export function isAction({ kind, name }: TraceEvent): boolean {
  return kind === 'intent' && name !== 'settings.change'
}

/** The position of the last action; null before the first. What was known before it: `factsAt(id, position ?? 0)`. */
export const lastActionAt: (trace: Pick<Trace, 'events' | 'whole'>) => number | null = createProjection<
  number | null
>(null, (last, event) => (isAction(event) ? event.seq : last))
