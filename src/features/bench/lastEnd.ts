import type { End } from '../../../machines/steps'
import type { TraceEvent } from '../../trace/traceEvent'

/** The end whose operation ran or settled last; null before the first. The connections of a bench are named like the ends. */
export function lastEnd(events: readonly Pick<TraceEvent, 'conn' | 'kind' | 'name'>[]): End | null {
  const conn = events.findLast(
    ({ kind, name }) =>
      (kind === 'intent' && name === 'bench.run') ||
      ((kind === 'resolved' || kind === 'rejected') && name === 'operation'),
  )?.conn
  return conn === 'caller' || conn === 'callee' ? conn : null
}
