import type { Problem } from '../../machines/contracts'
import type { StepId } from '../../machines/steps'

/** Whether running a failed step again is in vain: a closed connection and a closed channel stay closed. */
export function isFinal({ name, message }: Problem, step: StepId): boolean {
  // Only the channel is used in these two, and Firefox's message does not say that it is closed.
  const sends = step === 'send-offer' || step === 'send-answer'
  return name === 'InvalidStateError' && (sends || message.includes('closed'))
}
