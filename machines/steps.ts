import { HANDSHAKE_13 } from './scripts/handshake13'

/** The two ends of a call. Offerer and answerer in JSEP (RFC 9429). */
export type End = 'caller' | 'callee'

/** The evidence panels, by the ids that addresses and `data-tab` use. */
export type EvidenceTab = 'sdp' | 'ice' | 'wire' | 'timeline' | 'machine' | 'slots' | 'stats'

/** The steps of the app's own call, in order. */
export const STEPS = HANDSHAKE_13.steps

export type StepId = (typeof STEPS)[number]['id']

export const STEP_IDS: readonly StepId[] = STEPS.map((step) => step.id)

/** Position of a step in the call, from 0. */
export function stepIndex(id: StepId): number {
  return STEP_IDS.indexOf(id)
}

/** Whether a text from outside (an address, a file) names a step. */
export function isStepId(text: string): text is StepId {
  return (STEP_IDS as readonly string[]).includes(text)
}

/** Whether one step comes later in the call than another. */
export function comesAfter(step: StepId, other: StepId): boolean {
  return stepIndex(step) > stepIndex(other)
}
