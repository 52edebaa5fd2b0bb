import type { SignalingState } from '../../machines/contracts'

/** Whose description is set: setLocalDescription() or setRemoteDescription(). */
export type Side = 'local' | 'remote'

/** `RTCSdpType` (WebRTC §4.6.1). */
export type DescriptionType = 'offer' | 'answer' | 'pranswer' | 'rollback'

type Row = Partial<Record<SignalingState, SignalingState>>

/** State after a description is set; a missing cell is an InvalidStateError (WebRTC §4.4.1.4). */
const NEXT: Record<Side, Record<DescriptionType, Row>> = {
  local: {
    offer: { stable: 'have-local-offer', 'have-local-offer': 'have-local-offer' },
    answer: { 'have-remote-offer': 'stable', 'have-local-pranswer': 'stable' },
    pranswer: { 'have-remote-offer': 'have-local-pranswer', 'have-local-pranswer': 'have-local-pranswer' },
    rollback: { 'have-local-offer': 'stable', 'have-remote-offer': 'stable' },
  },
  remote: {
    // An offer that meets an own offer first rolls the own one back (RFC 9429 §5.6).
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

/** The states in which createOffer() and createAnswer() are allowed (WebRTC §4.4.2). */
const MAY_CREATE: Record<'offer' | 'answer', readonly SignalingState[]> = {
  offer: ['stable', 'have-local-offer'],
  answer: ['have-remote-offer', 'have-local-pranswer'],
}

/** The state after a description is set; null where JSEP forbids it. */
export function stateAfter(state: SignalingState, side: Side, type: DescriptionType): SignalingState | null {
  return NEXT[side][type][state] ?? null
}

/** Whether createOffer() or createAnswer() is allowed. */
export function mayCreate(state: SignalingState, type: 'offer' | 'answer'): boolean {
  return MAY_CREATE[type].includes(state)
}

/** The type of description that setLocalDescription() without arguments creates (WebRTC §4.4.2). */
export function impliedType(state: SignalingState): 'offer' | 'answer' {
  return mayCreate(state, 'answer') ? 'answer' : 'offer'
}
