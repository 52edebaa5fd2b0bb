import type { CallFrame } from '../session/callFrame'
import type { StatsSample } from '../session/statsRecorder'
import type { ConnectionId } from '../trace/traceEvent'

/**
 * What one connection's `getStats()` had said by the moment on screen, oldest first. A moment lasts until the next
 * event, and the newest lasts on.
 */
export function samplesOf(
  { view, now, samples }: Pick<CallFrame, 'view' | 'now' | 'samples'>,
  conn: ConnectionId,
): StatsSample[] {
  const until = now.trace.events[view.trace.events.length]?.at ?? Infinity
  return samples.filter((sample) => sample.conn === conn && sample.at <= until)
}
