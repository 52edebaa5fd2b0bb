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

export type Side = 'local' | 'remote'

type Table = Record<RTCSdpType, Partial<Record<RTCSignalingState, RTCSignalingState>>>

/** State after a description is set; a missing cell is an InvalidStateError (WebRTC §4.4.1.4). */
const NEXT: Record<Side, Table> = {
  local: {
    offer: { stable: 'have-local-offer', 'have-local-offer': 'have-local-offer' },
    answer: { 'have-remote-offer': 'stable', 'have-local-pranswer': 'stable' },
    pranswer: { 'have-remote-offer': 'have-local-pranswer', 'have-local-pranswer': 'have-local-pranswer' },
    rollback: { 'have-local-offer': 'stable', 'have-remote-offer': 'stable' },
  },
  remote: {
    // An offer that meets an offer of our own rolls ours back first (RFC 9429 §5.6).
    offer: {
      stable: 'have-remote-offer',
      'have-local-offer': 'have-remote-offer',
      'have-remote-offer': 'have-remote-offer',
    },
    answer: { 'have-local-offer': 'stable', 'have-remote-pranswer': 'stable' },
    pranswer: { 'have-local-offer': 'have-remote-pranswer', 'have-remote-pranswer': 'have-remote-pranswer' },
    rollback: { 'have-local-offer': 'stable', 'have-remote-offer': 'stable' },
  },
}

/** States that createOffer() and createAnswer() accept (WebRTC §4.4.2). */
const MAY_CREATE: Record<'offer' | 'answer', readonly RTCSignalingState[]> = {
  offer: ['stable', 'have-local-offer'],
  answer: ['have-remote-offer', 'have-local-pranswer'],
}

/** Throws InvalidStateError where createOffer() or createAnswer() would reject. */
export function assertMayCreate(type: 'offer' | 'answer', { signalingState }: Negotiation): void {
  if (!MAY_CREATE[type].includes(signalingState)) throw wrongState(signalingState)
}

/** The type that setLocalDescription() without arguments makes (WebRTC §4.4.2). */
export function impliedType({ signalingState }: Negotiation): 'offer' | 'answer' {
  return MAY_CREATE.answer.includes(signalingState) ? 'answer' : 'offer'
}

/** Sets a description: the new state and slots. Throws InvalidStateError and changes nothing where JSEP forbids it. */
export function setDescription(
  from: Negotiation,
  side: Side,
  description: RTCSessionDescriptionInit,
): Negotiation {
  const signalingState = NEXT[side][description.type][from.signalingState]
  if (signalingState === undefined) throw wrongState(from.signalingState)
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
