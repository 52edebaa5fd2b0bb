import type { End } from '../../../machines/steps'
import type { CallFrame } from '../../session/callFrame'
import type { Trace } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'

/**
 * Shows the frames of a recording as those of a foreign call: only the ends that a file has, no machine and no script of
 * this app, and without the first `skipped` events, which only tell a bench what to do. `whole`: the trace of the
 * recording. Positions of frames stay those of the recording.
 */
export function foreignFrames(
  whole: readonly TraceEvent[],
  ends: readonly End[],
  skipped: number,
): (frame: CallFrame) => CallFrame {
  // One array for all frames, because projections are cached by it.
  const rest = whole.slice(skipped).map((event) => ({ ...event, seq: event.seq - skipped }))
  const has = ({ id }: { id: string }) => ends.some((end) => end === id)

  function foreign(view: CallFrame['view']): CallFrame['view'] {
    const { trace } = view
    const own: Trace = {
      connections: trace.connections.filter(has),
      script: null,
      events: rest.slice(0, Math.max(0, trace.events.length - skipped)),
      whole: rest,
      factsAt: (conn, index) => trace.factsAt(conn, index + skipped),
    }
    const connections = view.connections.filter(has).map((one) => ({ ...one, end: null }))
    return { ...view, connections, trace: own }
  }

  return (frame) => ({ ...frame, view: foreign(frame.view), now: foreign(frame.now) })
}
