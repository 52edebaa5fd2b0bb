import type { Candidate, EndContext } from '../../machines/contracts'
import type { Operation } from '../../machines/endActors'
import { ALLOWED, isClosed, refused } from './verdicts'
import type { Expectation } from './verdicts'

const SECTION = '§4.4.2'

/** addIceCandidate(): it needs a remote description, whatever the signaling state. null: another operation. */
export function candidateRules(
  { peer }: EndContext<string>,
  { call, candidate }: Operation,
): Expectation | null {
  if (call !== 'addIceCandidate' || peer === null) return null
  const {
    candidate: line = '',
    sdpMid,
    sdpMLineIndex,
    usernameFragment,
  } = Object(candidate) as Partial<Candidate>
  const mid = sdpMid ?? null
  const index = sdpMLineIndex ?? null
  // Before anything else, even on a closed connection.
  if (line !== '' && mid === null && index === null) return refused('TypeError', 'candidate-place', SECTION)
  if (isClosed(peer)) return refused('InvalidStateError', 'closed', SECTION)
  const remote = [peer.pendingRemoteDescription, peer.currentRemoteDescription].flatMap(
    (one) => one?.sdp ?? [],
  )
  const newest = remote[0]
  if (newest === undefined) return refused('InvalidStateError', 'no-remote-description', SECTION)
  if (mid === null && index === null) return ALLOWED
  const mids = [...newest.matchAll(/^a=mid:(\S+)/gm)].map(([, name]) => name)
  const isKnown = mid === null ? Number(index) < newest.split('\nm=').length - 1 : mids.includes(mid)
  if (!isKnown) return refused('OperationError', 'unknown-section', SECTION)
  if (
    typeof usernameFragment === 'string' &&
    !remote.some((sdp) => sdp.includes(`a=ice-ufrag:${usernameFragment}`))
  )
    return refused('OperationError', 'unknown-ufrag', SECTION)
  if (line !== '' && !/^(a=)?candidate:/i.test(line))
    return refused('OperationError', 'unreadable-candidate', SECTION)
  return ALLOWED
}
