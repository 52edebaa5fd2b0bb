import type { Description, Problem } from '../contracts'
import type { BenchContext, BenchStep } from './stepUnderWay'
import { change, changeBench } from './stepUnderWay'
import { post } from './tray'

/**
 * Sends what the learner names: `description` as the connection holds it now, `draft` as it was created, `candidates`
 * that have not been sent, or `bye`. Returns why there is nothing to send; null if it was sent.
 */
export function sendByHand(step: BenchStep, what: string): Problem | null {
  switch (what) {
    case 'description':
      return sendDescription(step, localDescription(step.context))
    case 'draft':
      return sendDescription(step, step.context.draft)
    case 'candidates':
      sendCandidates(step)
      return null
    case 'bye':
      post(step, { kind: 'bye' })
      return null
    default:
      return { name: 'MissingArgument', message: `Nothing is called ${what}.` }
  }
}

/** Sends a description, and after it the candidates that the rules held back for it (RFC 8838 §9). */
export function sendDescription(step: BenchStep, description: Description | null): Problem | null {
  if (description === null) return { name: 'MissingArgument', message: 'There is no description to send.' }
  post(step, { kind: 'description', description })
  change(step, {
    descriptionSent: true,
    // What the text holds need not be sent again.
    local: step.context.local.map((entry) =>
      entry.state === 'held' && description.sdp.includes(entry.candidate.candidate)
        ? { ...entry, state: 'in-description' }
        : entry,
    ),
  })
  flushLocal(step)
  return null
}

/** Sends the candidates that may go now by the rules, and the end of candidates after the last. */
export function flushLocal(step: BenchStep): void {
  const { bench, descriptionSent } = step.context
  const { gathered } = bench.rules
  if (gathered === 'at-once' || (gathered === 'after-description' && descriptionSent)) sendCandidates(step)
}

function sendCandidates(step: BenchStep) {
  for (const { candidate, state } of step.context.local)
    if (state === 'held') post(step, { kind: 'candidate', candidate })
  change(step, {
    local: step.context.local.map((entry) => (entry.state === 'held' ? { ...entry, state: 'sent' } : entry)),
  })
  if (!step.context.gathered || step.context.bench.endSent) return
  post(step, { kind: 'end-of-candidates' })
  changeBench(step, { endSent: true })
}

/** The description that the connection holds: the pending one, else the current one (WebRTC §4.4.1.1). */
export function localDescription({ peer }: BenchContext): Description | null {
  return peer?.pendingLocalDescription ?? peer?.currentLocalDescription ?? null
}
