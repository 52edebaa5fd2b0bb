import type { EndContext } from '../../machines/contracts'
import type { Operation } from '../../machines/endActors'
import { fillOperation } from '../../machines/bench/fillOperation'
import { candidateRules } from './candidateExpectation'
import { descriptionRules } from './descriptionExpectation'
import { objectRules } from './objectExpectation'
import { ALLOWED, isClosed, refused, trap } from './verdicts'
import type { Expectation } from './verdicts'

export type { Expectation, Reason } from './verdicts'

/**
 * What the specification says of an operation at an end as it is now: allowed, refused with an error, or allowed but
 * with a consequence that surprises (trap). Arguments that the learner only names are filled in first. Says nothing
 * about browsers: where one differs is seen after the operation (outcome.ts).
 */
export function expectationOf(context: EndContext<string>, operation: Operation): Expectation {
  const filled = fillOperation(context, operation)
  if (!filled.ok) return refused('MissingArgument', 'no-argument', null)
  const { call } = filled.operation
  if (call === 'capture') return ALLOWED
  if (call === 'send') return ofSend(context, filled.operation)
  if (call === 'create') return ofCreate(context, filled.operation)
  return (
    objectRules(context, filled.operation) ??
    ofConnection(context, filled.operation) ??
    descriptionRules(context, filled.operation) ??
    candidateRules(context, filled.operation) ??
    ALLOWED
  )
}

function ofSend({ peer, draft }: EndContext<string>, { what }: Operation): Expectation {
  const local = peer?.pendingLocalDescription ?? peer?.currentLocalDescription ?? null
  if (what === 'description')
    return local === null ? refused('MissingArgument', 'no-argument', null) : ALLOWED
  if (what !== 'draft') return ALLOWED
  if (draft === null) return refused('MissingArgument', 'no-argument', null)
  // The other end may answer an offer that this end does not hold.
  return draft.sdp === local?.sdp ? ALLOWED : trap('draft-not-set', '§4.4.1.4')
}

function ofCreate({ peer }: EndContext<string>, { configuration }: Operation): Expectation {
  const { iceServers = [], iceTransportPolicy } = Object(configuration) as RTCConfiguration
  const urls = iceServers.flatMap(({ urls, ...rest }) => [urls].flat().map((url) => ({ url, ...rest })))
  if (urls.some(({ url }) => !/^(stuns?|turns?):/i.test(url)))
    return refused('SyntaxError', 'server-url', '§4.4.1.6')
  const turn = urls.filter(({ url }) => /^turns?:/i.test(url))
  if (turn.some(({ username, credential }) => !username || !credential))
    return refused('InvalidAccessError', 'turn-without-password', '§4.4.1.6')
  if (iceTransportPolicy === 'relay' && turn.length === 0) return trap('relay-without-turn', '§4.4.1.6')
  return peer === null || isClosed(peer) ? ALLOWED : trap('replaces-connection', '§4.4.1.1')
}

/** Operations that only need the connection. */
function ofConnection({ peer }: EndContext<string>, { call, configuration }: Operation): Expectation | null {
  if (peer === null) return refused('InvalidStateError', 'no-connection', '§4.4')
  const isNegotiated = peer.currentLocalDescription !== null
  switch (call) {
    case 'close':
      // The other end learns it after seconds, and only from its own timers.
      return isClosed(peer) ? ALLOWED : trap('not-told', '§4.4.2')
    case 'getTransceivers':
      return ALLOWED
    case 'restartIce':
      if (isClosed(peer)) return ALLOWED
      return trap(isNegotiated ? 'restart-alone' : 'nothing-to-restart', '§4.4.2')
    case 'setConfiguration': {
      if (isClosed(peer)) return refused('InvalidStateError', 'closed', '§4.4.1.6')
      const { bundlePolicy = 'balanced' } = Object(configuration) as RTCConfiguration
      if (bundlePolicy !== 'balanced') return refused('InvalidModificationError', 'bundle-fixed', '§4.4.1.6')
      return isNegotiated ? trap('next-offer', '§4.4.1.6') : ALLOWED
    }
    default:
      return null
  }
}
