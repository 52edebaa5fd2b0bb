import { mayCreate, stateAfter } from '../../jsep/table'
import type { Side } from '../../jsep/table'
import { refusal } from './errors'

/** The signaling state of one end (RFC 9429 §3.2) and the content of its four slots. */
export interface JsepState {
  signalingState: RTCSignalingState
  pendingLocal: RTCSessionDescriptionInit | null
  currentLocal: RTCSessionDescriptionInit | null
  pendingRemote: RTCSessionDescriptionInit | null
  currentRemote: RTCSessionDescriptionInit | null
}

export const INITIAL_JSEP_STATE: JsepState = {
  signalingState: 'stable',
  pendingLocal: null,
  currentLocal: null,
  pendingRemote: null,
  currentRemote: null,
}

/** Throws an InvalidStateError if createOffer() or createAnswer() would reject (WebRTC §4.4.2). */
export function assertMayCreate(type: 'offer' | 'answer', { signalingState }: JsepState): void {
  if (mayCreate(signalingState, type)) return
  throw type === 'offer'
    ? refusal(
        'createOffer',
        'PeerConnection cannot create an offer in a state other than stable or have-local-offer.',
      )
    : refusal(
        'createAnswer',
        'PeerConnection cannot create an answer in a state other than have-remote-offer or have-local-pranswer.',
      )
}

/** Throws if setLocalDescription() without a text cannot create a description of this type (WebRTC §4.4.1.4). */
export function assertMayImply(type: RTCSdpType, { signalingState }: JsepState): void {
  if ((type === 'offer') === mayCreate(signalingState, 'answer') || signalingState === 'closed')
    throw refusal(
      'setLocalDescription',
      'The type of the description does not match the expected signaling state.',
    )
}

/**
 * Sets a description and returns the new state and slots. Throws an InvalidStateError and changes nothing where JSEP
 * forbids it.
 */
export function setDescription(
  from: JsepState,
  side: Side,
  description: RTCSessionDescriptionInit,
): JsepState {
  const signalingState = stateAfter(from.signalingState, side, description.type)
  if (signalingState === null) throw wrongState(from.signalingState, side, description.type)
  const { currentLocal, currentRemote, pendingLocal, pendingRemote } = from
  switch (description.type) {
    case 'rollback':
      return { ...from, signalingState, pendingLocal: null, pendingRemote: null }
    case 'answer':
      return side === 'local'
        ? {
            signalingState,
            currentLocal: description,
            currentRemote: pendingRemote ?? currentRemote,
            pendingLocal: null,
            pendingRemote: null,
          }
        : {
            signalingState,
            currentLocal: pendingLocal ?? currentLocal,
            currentRemote: description,
            pendingLocal: null,
            pendingRemote: null,
          }
    case 'offer':
      return side === 'local'
        ? { ...from, signalingState, pendingLocal: description }
        : { ...from, signalingState, pendingLocal: null, pendingRemote: description }
    case 'pranswer':
      return side === 'local'
        ? { ...from, signalingState, pendingLocal: description }
        : { ...from, signalingState, pendingRemote: description }
  }
}

function wrongState(state: RTCSignalingState, side: Side, type: RTCSdpType) {
  const method = side === 'local' ? 'setLocalDescription' : 'setRemoteDescription'
  if (type !== 'rollback')
    return refusal(method, `Failed to set ${side} ${type} sdp: Called in wrong state: ${state}`)
  const what = side === 'remote' ? 'Failed to set remote rollback sdp: ' : ''
  return refusal(method, `${what}Called in wrong signalingState: ${state}`)
}
