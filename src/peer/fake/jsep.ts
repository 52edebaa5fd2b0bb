import { mayCreate, stateAfter } from '../../jsep/table'
import type { Side } from '../../jsep/table'

/** Where one end stands in offer/answer (RFC 9429 §3.2) and what its four slots hold. */
export interface Negotiation {
  signalingState: RTCSignalingState
  pendingLocal: RTCSessionDescriptionInit | null
  currentLocal: RTCSessionDescriptionInit | null
  pendingRemote: RTCSessionDescriptionInit | null
  currentRemote: RTCSessionDescriptionInit | null
}

export const NOTHING_NEGOTIATED: Negotiation = {
  signalingState: 'stable',
  pendingLocal: null,
  currentLocal: null,
  pendingRemote: null,
  currentRemote: null,
}

/** Throws InvalidStateError where createOffer() or createAnswer() would reject. */
export function assertMayCreate(type: 'offer' | 'answer', { signalingState }: Negotiation): void {
  if (!mayCreate(signalingState, type)) throw wrongState(signalingState)
}

/** Sets a description: the new state and slots. Throws InvalidStateError and changes nothing where JSEP forbids it. */
export function setDescription(
  from: Negotiation,
  side: Side,
  description: RTCSessionDescriptionInit,
): Negotiation {
  const signalingState = stateAfter(from.signalingState, side, description.type)
  if (signalingState === null) throw wrongState(from.signalingState)
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

function wrongState(state: RTCSignalingState): DOMException {
  return new DOMException(`Called in wrong state: ${state}`, 'InvalidStateError')
}
