import type { End } from '../../../machines/steps'
import type { CallView } from '../../call/callView'
import { lostEnd } from '../../tabs/lostEnd'
import { otherEnd } from '../../tabs/roomRole'
import type { TabsState } from '../../tabs/tabsState'
import { isRunIntent } from '../../projections/runs'
import { roleOf, ROLES } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'

/** What the learner can do about it. */
export type RoomWay = 'openOther' | 'openAgain' | 'startOver' | 'restart' | 'sit' | 'ownCall' | 'reload'

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
    | 'seat-free'
    | 'cut-off'
    | 'other-version'
  /** The end that the words are about. */
  end: End
  ways: readonly RoomWay[]
}

/** What stands between the tabs of a room just now, and the ways on. `view` is the newest moment. */
export function roomNotice(tabs: TabsState, view: CallView): RoomNotice {
  const { status, own, role, presence } = tabs
  if (status === 'cut-off')
    return { kind: 'cut-off', end: otherEnd(own ?? role.end ?? 'caller'), ways: ['reload'] }
  if (tabs.hasOtherVersion)
    return { kind: 'other-version', end: otherEnd(own ?? role.end ?? 'caller'), ways: ['reload', 'ownCall'] }
  if (status === 'joining') return { kind: 'joining', end: role.end ?? 'caller', ways: [] }
  if (own === null) return watchingNotice(status === 'full' ? 'full' : 'watching', presence)

  const end = otherEnd(own)
  const there = presence[end]
  const lost = view.turn.phase === 'closed' ? null : lostEnd(view.entries)
  if (lost !== null) {
    const open = there === 'here' ? [] : (['openAgain'] as const)
    return { kind: lost === own ? 'lost-here' : 'lost-there', end, ways: ['startOver', ...open] }
  }
  if (there === 'unknown') return { kind: 'alone', end, ways: ['openOther'] }
  if (there === 'gone') return { kind: 'gone', end, ways: ['openAgain', 'restart'] }
  const isNews = view.turn.phase === 'steps' && hasJustReturned(view, own)
  return { kind: isNews ? 'returned' : 'together', end, ways: [] }
}

function watchingNotice(kind: 'full' | 'watching', presence: TabsState['presence']): RoomNotice {
  const free = ROLES.find((end) => presence[end] !== 'here')
  if (free === undefined) return { kind, end: 'caller', ways: ['ownCall'] }
  return { kind: 'seat-free', end: free, ways: ['sit', 'ownCall'] }
}

/** Whether the other end came back and has not acted since. */
function hasJustReturned({ trace: { connections, events } }: CallView, own: End): boolean {
  const isOwn = ({ conn }: TraceEvent) => roleOf(connections, conn) === own
  const at = events.findLastIndex(
    (event) => isOwn(event) && event.kind === 'signal' && event.name === 'other-end' && event.data.returned,
  )
  return at >= 0 && !events.slice(at).some((event) => !isOwn(event) && isRunIntent(event))
}
