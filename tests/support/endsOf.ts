import type { EndView } from '../../machines/progress'
import type { End } from '../../machines/steps'
import type { CallView } from '../../src/session/callView'
import { withRole } from '../../src/trace/trace'

/** What the machines of both ends were doing in a view of a call of ours; throws where that was not recorded. */
export function endsOf({ connections }: Pick<CallView, 'connections'>): Record<End, EndView> {
  const [caller, callee] = (['caller', 'callee'] as const).map((role) => withRole(connections, role)?.end)
  if (!caller || !callee) throw new Error('not recorded')
  return { caller, callee }
}
