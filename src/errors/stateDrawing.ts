import type { SignalingState } from '../../machines/contracts'
import { ARROWS, operationName, outcomeOf } from '../jsep/negotiationOperations'
import type { NegotiationOperation } from '../jsep/negotiationOperations'
import type { ErrorId } from './errorIds'

/** A call that JSEP refuses in one signaling state, and a nearby state that allows it. */
interface Refused {
  readonly operation: NegotiationOperation
  readonly state: SignalingState
  readonly acceptedIn: SignalingState
}

const REFUSED: Readonly<Partial<Record<ErrorId, Refused>>> = {
  'wrong-state-stable': {
    operation: { call: 'setRemoteDescription', description: { type: 'answer' } },
    state: 'stable',
    acceptedIn: 'have-local-offer',
  },
  'wrong-state-have-remote-offer': {
    operation: { call: 'setLocalDescription', description: { type: 'offer' } },
    state: 'have-remote-offer',
    acceptedIn: 'stable',
  },
  'wrong-state-have-local-offer': {
    operation: { call: 'setLocalDescription', description: { type: 'answer' } },
    state: 'have-local-offer',
    acceptedIn: 'have-remote-offer',
  },
  'cannot-create-answer': {
    operation: { call: 'createAnswer' },
    state: 'stable',
    acceptedIn: 'have-remote-offer',
  },
  'cannot-create-offer': {
    operation: { call: 'createOffer' },
    state: 'have-remote-offer',
    acceptedIn: 'stable',
  },
  'rollback-refused': {
    operation: { call: 'setLocalDescription', description: { type: 'rollback' } },
    state: 'stable',
    acceptedIn: 'have-local-offer',
  },
}

/**
 * The drawing beside an error of the signaling state: where a call is refused, and how to reach a state that allows it.
 */
export interface StateDrawing {
  readonly call: string
  readonly state: SignalingState
  /** The call that leads from one state to the other. */
  readonly via: string
  readonly acceptedIn: SignalingState
  /** The state after the allowed call; the same state where it changes nothing. */
  readonly result: SignalingState
}

/**
 * The drawing for an error; null if the error is not about the signaling state. All of it comes from the JSEP table.
 */
export function stateDrawing(error: ErrorId): StateDrawing | null {
  const refused = REFUSED[error]
  if (refused === undefined) return null
  const { operation, state, acceptedIn } = refused
  const arrow = ARROWS.find(({ from, to }) => from === state && to === acceptedIn)
  const [via] = arrow?.operations ?? []
  const result = outcomeOf(operation, acceptedIn)
  if (via === undefined || result === null)
    throw new Error(`no operation leads from ${state} to a state that allows what ${error} refuses`)
  return { call: operationName(operation), state, via: operationName(via), acceptedIn, result }
}
