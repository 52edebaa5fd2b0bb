import { lostEnd } from '../projections/lostEnd'
import { otherEnd } from '../tabs/roomRole'
import type { TabsState } from '../tabs/tabsState'
import type { CallView } from './callView'
import type { NextAction } from './nextAction'

/** What the primary button does when another tab plays the other end: it acts for this tab's end only. */
export function roleAction(
  action: NextAction,
  view: Pick<CallView, 'live' | 'turn' | 'trace'>,
  tabs: TabsState | null,
): NextAction {
  if (tabs === null || !view.live) return action
  if (tabs.status === 'joining') return { kind: 'joining', does: 'nothing' }
  const { own, presence } = tabs
  if (own === null) return { kind: 'watching', does: 'nothing' }

  const { phase, step, end } = view.turn
  if (phase === 'closed') return action
  if (lostEnd(view.trace) !== null) return { kind: 'start-together', does: 'restart' }
  if (phase === 'connected') return action
  if (step !== null && end === own) return action
  if (presence[otherEnd(own)] !== 'here') return { kind: 'other-absent', does: 'nothing' }
  if (step !== null) return { kind: 'other-turn', step, does: 'nothing' }
  if (phase === 'failed' && own === 'callee') return { kind: 'other-repairs', does: 'nothing' }
  return action
}
