import type { StepId } from '../../machines/steps'
import { withRole } from '../trace/trace'
import type { TabsState } from '../tabs/tabsState'
import type { CallFrame } from './callFrame'
import type { RunTarget } from './callSession'
import type { CallView } from './callView'
import { isFinal } from './isFinal'
import { roleAction } from './roleAction'

/** What the primary button says, and what it, the key → and play do. */
export type NextAction =
  | { kind: 'run' | 'retry' | 'leave-gathering'; step: StepId; does: 'next' }
  | { kind: 'busy' | 'waiting'; step: StepId; does: 'nothing' }
  | { kind: 'running-to'; target: RunTarget; does: 'nothing' }
  | { kind: 'connecting' | 'repairing' | 'interrupted'; does: 'nothing' }
  /** Nothing is left to run: the page decides where it leads (composables/useLeadOn.ts). */
  | { kind: 'connected'; does: 'lead-on' }
  | { kind: 'restart-ice' | 'start-over'; does: 'next' }
  | { kind: 'other-turn'; step: StepId; does: 'nothing' }
  | { kind: 'other-repairs' | 'other-absent' | 'joining' | 'watching'; does: 'nothing' }
  | { kind: 'start-together' | 'start-again' | 'from-the-beginning'; does: 'restart' }
  | { kind: 'look-on' | 'back-to-now' | 'to-the-end'; does: 'next' }

/** The next action of a call in one tab. If there is none, it says what the call waits for. */
export function nextAction(
  { turn, connections }: Pick<CallView, 'turn' | 'connections'>,
  runningTo: RunTarget | null,
): NextAction {
  const { phase, step, tag, end } = turn
  if (phase === 'closed') return { kind: 'start-again', does: 'restart' }
  if (phase === 'failed') return { kind: 'restart-ice', does: 'next' }
  // Only a machine of ours has a problem, a setting or a repair: a connection without one has none of them.
  const ends = connections.flatMap((connection) => connection.end ?? [])
  const own = withRole(connections, end)?.end ?? null
  if (step !== null && tag === 'failed') {
    const problem = own?.context.problem ?? null
    if (problem !== null && isFinal(problem, step)) return { kind: 'start-again', does: 'restart' }
    return { kind: 'retry', step, does: 'next' }
  }
  if (phase === 'connected' && ends.some(({ oneWay }) => oneWay)) return { kind: 'start-over', does: 'next' }
  if (phase === 'connected') return { kind: 'connected', does: 'lead-on' }
  if (runningTo !== null) return { kind: 'running-to', target: runningTo, does: 'nothing' }
  if (phase === 'interrupted') return { kind: 'interrupted', does: 'nothing' }
  if (step === null) {
    return { kind: ends.some(({ repairing }) => repairing) ? 'repairing' : 'connecting', does: 'nothing' }
  }
  if (tag === 'ready') return { kind: 'run', step, does: 'next' }
  if (tag !== 'busy') return { kind: 'waiting', step, does: 'nothing' }
  // Without trickle an end waits for every candidate, 40 s if a STUN server is dead; the learner can stop waiting.
  if (own?.gathering === true && !own.context.settings.trickle)
    return { kind: 'leave-gathering', step, does: 'next' }
  return { kind: 'busy', step, does: 'nothing' }
}

/** The next action of a live call, in one tab or in several. */
export function liveAction(
  view: Pick<CallView, 'turn' | 'connections' | 'live' | 'trace'>,
  runningTo: RunTarget | null,
  tabs: TabsState | null,
): NextAction {
  return roleAction(nextAction(view, runningTo), view, tabs)
}

/** The next action while looking back, where nothing runs, and in a recording, which cannot run; null when live. */
export function lookAction({
  cursor,
  ahead,
  now,
}: Pick<CallFrame, 'cursor' | 'ahead' | 'now'>): NextAction | null {
  // A recording has no now: its newest moment is its end.
  const newest = now.live ? 'back-to-now' : 'to-the-end'
  if (cursor !== null) return { kind: ahead === null ? newest : 'look-on', does: 'next' }
  return now.live ? null : { kind: 'from-the-beginning', does: 'restart' }
}

/** The next action for the moment on screen. */
export function shownAction(frame: CallFrame): NextAction {
  return lookAction(frame) ?? liveAction(frame.view, frame.runningTo, frame.tabs)
}

/** Whether there is anything to hang up: the call has begun and has not ended. */
export function canHangUp({ live, turn, trace }: CallView): boolean {
  return live && turn.phase !== 'closed' && trace.events.some(({ name }) => name === 'step.run')
}
