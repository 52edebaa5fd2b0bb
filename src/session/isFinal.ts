import type { Problem } from '../../machines/contracts'
import type { StepId } from '../../machines/steps'

/** Whether running a failed step again is useless: a closed connection or channel stays closed. */
export function isFinal({ name, message }: Problem, step: StepId): boolean {
  // These two steps only use the channel, and Firefox's message does not say that it is closed.
  const sends = step === 'send-offer' || step === 'send-answer'
  return name === 'InvalidStateError' && (sends || message.includes('closed'))
}
