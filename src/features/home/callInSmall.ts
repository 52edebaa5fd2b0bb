import { STEPS, stepIndex } from '../../../machines/steps'
import type { End, StepId } from '../../../machines/steps'

/** What the drawing of a call shows after some steps. */
export interface CallInSmall {
  /** `signalingState` of each end; null before it has a connection. */
  readonly states: Readonly<Record<End, string | null>>
  readonly hasOfferCrossed: boolean
  readonly hasAnswerCrossed: boolean
  readonly isConnected: boolean
}

/** Which step first changes `signalingState`, and to what (JSEP, RFC 9429 §3.2). */
const STATES: Readonly<Record<End, readonly (readonly [StepId, string])[]>> = {
  caller: [
    ['add-tracks', 'stable'],
    ['set-local-offer', 'have-local-offer'],
    ['set-remote-answer', 'stable'],
  ],
  callee: [
    ['set-remote-offer', 'have-remote-offer'],
    ['set-local-answer', 'stable'],
  ],
}

/** The call after its first `done` steps, 0 to 13. */
export function callInSmall(done: number): CallInSmall {
  const isDone = (id: StepId) => stepIndex(id) < done
  const stateOf = (end: End) => STATES[end].findLast(([id]) => isDone(id))?.[1] ?? null
  return {
    states: { caller: stateOf('caller'), callee: stateOf('callee') },
    hasOfferCrossed: isDone('send-offer'),
    hasAnswerCrossed: isDone('send-answer'),
    isConnected: done >= STEPS.length,
  }
}
