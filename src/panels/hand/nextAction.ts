import type { CallStore, RunTarget } from '../../call/callStore'
import type { CallView } from '../../call/callView'
import type { StepId } from '../../../machines/steps'
import { isFinal } from '../problem/notices'

/** What the primary button says, and what a click on it does. */
export type NextAction =
  | { kind: 'run' | 'retry' | 'leave-gathering'; step: StepId; does: 'next' }
  | { kind: 'busy' | 'waiting'; step: StepId; does: 'nothing' }
  | { kind: 'running-to'; target: RunTarget; does: 'nothing' }
  | { kind: 'connecting' | 'repairing' | 'interrupted' | 'connected'; does: 'nothing' }
  | { kind: 'restart-ice' | 'start-over'; does: 'next' }
  | { kind: 'other-turn'; step: StepId; does: 'nothing' }
  | { kind: 'other-repairs' | 'other-absent' | 'joining' | 'watching'; does: 'nothing' }
  | { kind: 'start-together' | 'start-again' | 'from-the-beginning'; does: 'restart' }
  | { kind: 'look-on' | 'back-to-now'; does: 'next' }

/** The one thing to do next. A button that does nothing says what the call waits for. */
export function nextAction({ turn, caller, callee }: CallView, runningTo: RunTarget | null): NextAction {
  const { phase, step, tag, end } = turn
  if (phase === 'closed') return { kind: 'start-again', does: 'restart' }
  if (phase === 'failed') return { kind: 'restart-ice', does: 'next' }
  const { problem, settings } = (end === 'caller' ? caller : callee).context
  if (step !== null && tag === 'failed') {
    if (problem !== null && isFinal(problem, step)) return { kind: 'start-again', does: 'restart' }
    return { kind: 'retry', step, does: 'next' }
  }
  if (phase === 'connected' && (caller.oneWay || callee.oneWay)) return { kind: 'start-over', does: 'next' }
  if (phase === 'connected') return { kind: 'connected', does: 'nothing' }
  if (runningTo !== null) return { kind: 'running-to', target: runningTo, does: 'nothing' }
  if (phase === 'interrupted') return { kind: 'interrupted', does: 'nothing' }
  if (step === null) {
    return { kind: caller.repairing || callee.repairing ? 'repairing' : 'connecting', does: 'nothing' }
  }
  if (tag === 'ready') return { kind: 'run', step, does: 'next' }
  if (tag !== 'busy') return { kind: 'waiting', step, does: 'nothing' }
  // Without trickle step 5 waits for every candidate, 40 s behind a dead STUN server; the learner need not.
  if (step === 'gather-candidates' && !settings.trickle)
    return { kind: 'leave-gathering', step, does: 'next' }
  return { kind: 'busy', step, does: 'nothing' }
}

/** The same while looking back, where nothing runs, and in a recording, where nothing can; null when live. */
export function lookAction({
  kind,
  cursor,
  ahead,
}: Pick<CallStore, 'kind' | 'cursor' | 'ahead'>): NextAction | null {
  if (cursor.value !== null) return { kind: ahead.value === null ? 'back-to-now' : 'look-on', does: 'next' }
  return kind === 'recording' ? { kind: 'from-the-beginning', does: 'restart' } : null
}

/** Whether there is anything to hang up: something has begun and nothing has ended it. */
export function canHangUp({ live, turn, entries }: CallView): boolean {
  return live && turn.phase !== 'closed' && entries.some(({ event }) => event.type === 'step.run')
}
