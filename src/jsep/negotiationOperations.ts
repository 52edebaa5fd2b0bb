import type { SignalingState } from '../../machines/contracts'
import { impliedType, mayCreate, stateAfter } from './table'
import type { DescriptionType } from './table'

/** `RTCSessionDescriptionInit` (WebRTC §4.6.2): without `sdp`, the browser uses an empty text or creates one. */
export interface SessionDescription {
  type: DescriptionType
  sdp?: string
}

/**
 * The operations of offer/answer (WebRTC §4.4.2). `setLocalDescription` without a description lets the connection
 * create the one that its state implies. These are the members of `PeerOperation` (src/peer) that the JSEP table
 * covers.
 */
export type NegotiationOperation =
  | { call: 'createOffer'; options?: { iceRestart?: boolean } }
  | { call: 'createAnswer' }
  | { call: 'setLocalDescription'; description?: SessionDescription }
  | SetOperation

/** An operation that sets a description of a given type. */
export type SetOperation =
  | { call: 'setLocalDescription'; description: SessionDescription }
  | { call: 'setRemoteDescription'; description: SessionDescription }

/** The signaling states, in the order in which a call reaches them. */
export const SIGNALING_STATES = [
  'stable',
  'have-local-offer',
  'have-remote-offer',
  'have-local-pranswer',
  'have-remote-pranswer',
  'closed',
] as const satisfies readonly SignalingState[]

const TYPES = ['offer', 'answer', 'pranswer', 'rollback'] as const

export const SET_OPERATIONS: readonly SetOperation[] = (
  ['setLocalDescription', 'setRemoteDescription'] as const
).flatMap((call) => TYPES.map((type): SetOperation => ({ call, description: { type } })))

/** The rows of the JSEP table: every operation, without options and texts. */
export const OPERATIONS: readonly NegotiationOperation[] = [
  { call: 'createOffer' },
  { call: 'createAnswer' },
  { call: 'setLocalDescription' },
  ...SET_OPERATIONS,
]

/** An operation as code: `setLocalDescription(offer)`. */
export function operationName(operation: NegotiationOperation): string {
  const type = 'description' in operation ? operation.description.type : undefined
  return `${operation.call}(${type ?? ''})`
}

/** The state after an operation, the same one if it changes nothing; null for an InvalidStateError. */
export function outcomeOf(operation: NegotiationOperation, state: SignalingState): SignalingState | null {
  switch (operation.call) {
    case 'createOffer':
      return mayCreate(state, 'offer') ? state : null
    case 'createAnswer':
      return mayCreate(state, 'answer') ? state : null
    case 'setRemoteDescription':
      return stateAfter(state, 'remote', operation.description.type)
    case 'setLocalDescription': {
      const { description } = operation
      if (description !== undefined) return stateAfter(state, 'local', description.type)
      const type = impliedType(state)
      return mayCreate(state, type) ? stateAfter(state, 'local', type) : null
    }
  }
}

/** One arrow of the state chart: from a state to another or to itself, with its operations. */
export interface Arrow {
  from: SignalingState
  to: SignalingState
  operations: readonly SetOperation[]
}

/** Every arrow of the JSEP state chart (WebRTC §4.3.1 figure, RFC 9429 §3.2). close() leads from each state to `closed`. */
export const ARROWS: readonly Arrow[] = SIGNALING_STATES.flatMap((from) =>
  SIGNALING_STATES.flatMap((to) => {
    const operations = SET_OPERATIONS.filter((operation) => outcomeOf(operation, from) === to)
    return operations.length === 0 ? [] : [{ from, to, operations }]
  }),
)
