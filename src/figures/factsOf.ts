import type { End } from '../../machines/steps'
import type { CallView } from '../session/callView'
import { withRole } from '../trace/trace'
import type { ConnectionFacts } from '../trace/trace'

/** The facts about the caller or the callee in a view; null without a call, or if no connection has this role. */
export function factsOf(view: Pick<CallView, 'connections'> | null, role: End): ConnectionFacts | null {
  return view === null ? null : (withRole(view.connections, role)?.facts ?? null)
}
