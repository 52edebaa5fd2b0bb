import type { EndContext, PeerStatus } from '../../machines/contracts'
import type { Operation } from '../../machines/endActors'
import type { SessionDescription } from '../jsep/negotiationOperations'
import { impliedType, mayCreate, stateAfter } from '../jsep/table'
import { isClosed, refused, trap } from './verdicts'
import type { Expectation } from './verdicts'

/** Offer and answer: the JSEP table, then what the text of a description breaks. null: nothing to say. */
export function descriptionRules(context: EndContext<string>, operation: Operation): Expectation | null {
  const { peer } = context
  if (peer === null) return null
  switch (operation.call) {
    case 'createOffer':
      return ofCreating(context, peer, 'offer')
    case 'createAnswer':
      return ofCreating(context, peer, 'answer')
    case 'setLocalDescription': {
      const description = operation['description'] as SessionDescription | undefined
      if (description !== undefined) return ofLocal(context, peer, description)
      const type = impliedType(peer.signalingState)
      return stateAfter(peer.signalingState, 'local', type) === null
        ? wrongState(peer, '§4.4.1.4')
        : ofCreating(context, peer, type)
    }
    case 'setRemoteDescription':
      return ofRemote(peer, operation['description'] as SessionDescription)
    default:
      return null
  }
}

function ofCreating(
  context: EndContext<string>,
  peer: PeerStatus,
  type: 'offer' | 'answer',
): Expectation | null {
  if (!mayCreate(peer.signalingState, type)) return wrongState(peer, '§4.4.2')
  if (type === 'offer') return isEmpty(context, peer) ? trap('nothing-added', '§4.4.2') : null
  const { transceivers } = peer
  // What the other end offered to receive stays unused, and no later event says so.
  const isSilent =
    peer.currentLocalDescription === null &&
    transceivers.length > 0 &&
    transceivers.every(({ direction }) => direction === 'recvonly' || direction === 'inactive')
  return isSilent ? trap('receives-only', '§5.1') : null
}

/** Whether an offer would have no media section. */
function isEmpty(
  { bench }: EndContext<string>,
  { transceivers, currentLocalDescription }: PeerStatus,
): boolean {
  return (
    transceivers.length === 0 &&
    (bench?.channels.length ?? 0) === 0 &&
    !currentLocalDescription?.sdp.includes('m=')
  )
}

function ofLocal(
  context: EndContext<string>,
  peer: PeerStatus,
  { type, sdp }: SessionDescription,
): Expectation | null {
  if (stateAfter(peer.signalingState, 'local', type) === null) return wrongState(peer, '§4.4.1.4')
  if (type === 'rollback') return null
  if (!sdp) return type === 'pranswer' ? null : ofCreating(context, peer, type)
  // Only what createOffer() or createAnswer() has returned last may be set.
  const { draft } = context
  const created = draft !== null && (draft.type === 'offer') === (type === 'offer') ? draft.sdp : null
  if (sdp !== created) return refused('InvalidModificationError', 'sdp-modified', '§4.4.1.4')
  return type === 'offer' && !sdp.includes('\nm=') ? trap('nothing-added', '§4.4.2') : null
}

function ofRemote(peer: PeerStatus, { type, sdp = '' }: SessionDescription): Expectation | null {
  if (stateAfter(peer.signalingState, 'remote', type) === null) return wrongState(peer, '§4.4.1.4')
  if (type === 'rollback') return null
  if (!isReadable(sdp)) return refused('OperationError', 'unreadable-sdp', '§4.4.1.4')
  const isOwnOfferLost = type === 'offer' && peer.signalingState === 'have-local-offer'
  return isOwnOfferLost ? trap('rolls-back', '§4.4.1.4') : null
}

/** A first look at a text: the line that begins every description, and lines of the form `x=…` (RFC 8866 §5). */
function isReadable(sdp: string): boolean {
  const lines = sdp.split(/\r?\n/)
  return lines[0] === 'v=0' && lines.every((line) => line === '' || /^[a-z]=/.test(line))
}

function wrongState(peer: PeerStatus, section: string): Expectation {
  return refused('InvalidStateError', isClosed(peer) ? 'closed' : 'wrong-state', section)
}
