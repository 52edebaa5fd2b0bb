import type { End } from '../../../machines/steps'
import type { CallView } from '../../session/callView'
import { lostEnd } from '../../projections/lostEnd'
import { otherEnd } from '../../tabs/roomRole'
import type { TabsState } from '../../tabs/tabsState'
import { isAction } from '../../trace/isAction'
import { roleOf, ROLES } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'

/** What the learner can do about a notice. */
export type RoomAction =
  'openOther' | 'openAgain' | 'goThere' | 'startOver' | 'restart' | 'takeRole' | 'ownCall' | 'reload'

export interface RoomNotice {
  kind:
    | 'joining'
    | 'alone'
    | 'together'
    | 'returned'
    | 'gone'
    | 'lost-here'
    | 'lost-there'
    | 'full'
    | 'watching'
    | 'role-free'
    | 'cut-off'
    | 'other-version'
  /** The end that the notice is about. */
  end: End
  actions: readonly RoomAction[]
}

/** The notice about the tabs of a room, with its actions. `view` is the newest moment. */
export function roomNotice(tabs: TabsState, view: CallView): RoomNotice {
  const { status, own, role, presence } = tabs
  if (status === 'cut-off')
    return { kind: 'cut-off', end: otherEnd(own ?? role.end ?? 'caller'), actions: ['reload'] }
  if (tabs.hasOtherVersion)
    return {
      kind: 'other-version',
      end: otherEnd(own ?? role.end ?? 'caller'),
      actions: ['reload', 'ownCall'],
    }
  if (status === 'joining') return { kind: 'joining', end: role.end ?? 'caller', actions: [] }
  if (own === null) return watchingNotice(status === 'full' ? 'full' : 'watching', presence)

  const end = otherEnd(own)
  const there = presence[end]
  const lost = view.turn.phase === 'closed' ? null : lostEnd(view.trace)
  if (lost !== null) {
    const open = there === 'here' ? (['goThere'] as const) : (['openAgain'] as const)
    return { kind: lost === own ? 'lost-here' : 'lost-there', end, actions: ['startOver', ...open] }
  }
  if (there === 'unknown') return { kind: 'alone', end, actions: ['openOther'] }
  if (there === 'gone') return { kind: 'gone', end, actions: ['openAgain', 'restart'] }
  const isNews = view.turn.phase === 'steps' && hasJustReturned(view, own)
  return { kind: isNews ? 'returned' : 'together', end, actions: ['goThere'] }
}

function watchingNotice(kind: 'full' | 'watching', presence: TabsState['presence']): RoomNotice {
  const free = ROLES.find((end) => presence[end] !== 'here')
  if (free === undefined) return { kind, end: 'caller', actions: ['ownCall'] }
  return { kind: 'role-free', end: free, actions: ['takeRole', 'ownCall'] }
}

/** Whether the other end came back and has not acted since. */
function hasJustReturned({ trace: { connections, events } }: CallView, own: End): boolean {
  const isOwn = ({ conn }: TraceEvent) => roleOf(connections, conn) === own
  const at = events.findLastIndex(
    (event) => isOwn(event) && event.kind === 'signal' && event.name === 'other-end' && event.data.returned,
  )
  return at >= 0 && !events.slice(at).some((event) => !isOwn(event) && isAction(event))
}
