import type { CallFrame } from '../session/callFrame'
import type { StatsSample } from '../session/statsRecorder'
import type { ConnectionId } from '../trace/traceEvent'

/**
 * The results of one connection's `getStats()` up to the moment on screen, oldest first. A moment lasts until the next
 * event; the newest one has no end.
 */
export function samplesOf(
  { view, now, samples }: Pick<CallFrame, 'view' | 'now' | 'samples'>,
  conn: ConnectionId,
): StatsSample[] {
  const until = now.trace.events[view.trace.events.length]?.at ?? Infinity
  return samples.filter((sample) => sample.conn === conn && sample.at <= until)
}
