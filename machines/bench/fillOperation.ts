import type { EndContext, Problem } from '../contracts'
import type { Operation } from '../endActors'

/** An operation with all its arguments, or why an argument does not exist. */
export type Filled = { ok: true; operation: Operation } | { ok: false; problem: Problem }

/**
 * Fills in what a learner names instead of writing it: the configuration from the settings, the description `draft` or
 * `received`, the candidate `received` (the oldest that waits). An explicit argument stays as it is.
 */
export function fillOperation(context: EndContext<string>, operation: Operation): Filled {
  const { call, description, candidate } = operation
  if (call === 'create' || call === 'setConfiguration') {
    const { iceServers, relayOnly } = context.settings
    const own = { iceServers, iceTransportPolicy: relayOnly ? 'relay' : 'all' }
    return {
      ok: true,
      operation: { ...operation, configuration: { ...own, ...Object(operation['configuration']) } },
    }
  }
  if (description === 'draft')
    return withArgument(operation, 'description', context.draft, 'No description has been created.')
  if (description === 'received')
    return withArgument(operation, 'description', context.receivedDescription, 'No description has arrived.')
  if (call === 'addIceCandidate' && candidate === 'received') {
    const waiting = context.remote.find(({ state }) => state === 'queued')
    if (waiting?.candidate.candidate === '') return { ok: true, operation: { call } }
    return withArgument(operation, 'candidate', waiting?.candidate ?? null, 'No candidate is waiting.')
  }
  return { ok: true, operation }
}

function withArgument(operation: Operation, field: string, value: unknown, missing: string): Filled {
  return value === null
    ? { ok: false, problem: { name: 'MissingArgument', message: missing } }
    : { ok: true, operation: { ...operation, [field]: value } }
}
