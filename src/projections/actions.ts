import { isAction } from '../trace/isAction'
import { createProjection } from '../trace/projection'
import type { Trace } from '../trace/trace'

/** The position of the last action; null before the first. What was known before it: `factsAt(id, position ?? 0)`. */
export const lastActionAt: (trace: Pick<Trace, 'events' | 'whole'>) => number | null = createProjection<
  number | null
>(null, (last, event) => (isAction(event) ? event.seq : last))
