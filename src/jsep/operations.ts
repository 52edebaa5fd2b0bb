import type { SignalingState } from '../../machines/contracts'
import { impliedType, mayCreate, stateAfter } from './table'
import type { DescriptionType, Side } from './table'

/** Everything an application can do in offer/answer, by side and type; `null` is setLocalDescription() alone. */
export type Operation =
  | { call: 'create'; type: 'offer' | 'answer' }
  | { call: 'set'; side: Side; type: DescriptionType }
  | { call: 'set'; side: 'local'; type: null }

export type SetOperation = Extract<Operation, { side: Side; type: DescriptionType }>

/** The signaling states, in the order in which a learner meets them. */
export const SIGNALING_STATES = [
  'stable',
  'have-local-offer',
  'have-remote-offer',
  'have-local-pranswer',
  'have-remote-pranswer',
  'closed',
] as const satisfies readonly SignalingState[]

const TYPES = ['offer', 'answer', 'pranswer', 'rollback'] as const

export const SET_OPERATIONS: readonly SetOperation[] = (['local', 'remote'] as const).flatMap((side) =>
  TYPES.map((type): SetOperation => ({ call: 'set', side, type })),
)

export const OPERATIONS: readonly Operation[] = [
  { call: 'create', type: 'offer' },
  { call: 'create', type: 'answer' },
  { call: 'set', side: 'local', type: null },
  ...SET_OPERATIONS,
]

/** An operation as code: `setLocalDescription(offer)`. */
export function operationName(operation: Operation): string {
  const { type } = operation
  if (operation.call === 'create') return type === 'offer' ? 'createOffer()' : 'createAnswer()'
  const method = operation.side === 'local' ? 'setLocalDescription' : 'setRemoteDescription'
  return `${method}(${type ?? ''})`
}

/** The state an operation leads to, the same one where it changes nothing; null for an InvalidStateError. */
export function outcomeOf(operation: Operation, state: SignalingState): SignalingState | null {
  if (operation.call === 'create') return mayCreate(state, operation.type) ? state : null
  if (operation.type !== null) return stateAfter(state, operation.side, operation.type)
  const type = impliedType(state)
  return mayCreate(state, type) ? stateAfter(state, 'local', type) : null
}

/** One arrow of the state chart: from a state to another, or to itself, and what takes it. */
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
