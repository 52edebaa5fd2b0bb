import type { End } from '../../machines/steps'
import type { CallView } from '../session/callView'
import { withRole } from '../trace/trace'
import type { ConnectionFacts } from '../trace/trace'

/** What the view tells of the caller or the callee; null where there is no call, or nobody has this role. */
export function factsOf(view: Pick<CallView, 'connections'> | null, role: End): ConnectionFacts | null {
  return view === null ? null : (withRole(view.connections, role)?.facts ?? null)
}
