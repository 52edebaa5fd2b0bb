import type { Endpoint, NatTable, Outbound, Verdict } from './natTable'

export type NatEnd = 'caller' | 'callee'

/** The other end of the simulation. */
export function otherNatEnd(side: NatEnd): NatEnd {
  return side === 'caller' ? 'callee' : 'caller'
}

/** One part of a packet's path, and the packet's addresses there. */
export interface Leg {
  readonly place: NatEnd | 'internet'
  readonly from: Endpoint
  readonly to: Endpoint
}

/** One packet and its whole path. */
export interface Trip {
  readonly sender: NatEnd | 'server'
  readonly receiver: NatEnd | 'server'
  readonly legs: readonly Leg[]
  /** What the sender's NAT did; null if the sender is the server. */
  readonly entry: Outbound['entry'] | null
  /** What the receiver's NAT did; null if the receiver is the server. */
  readonly verdict: Verdict | null
}

export type CandidateKind = 'host' | 'srflx' | 'prflx' | 'relay'

export interface Learned {
  readonly side: NatEnd
  readonly kind: CandidateKind
  readonly endpoint: Endpoint
}

export type SimulationStepKind =
  | 'stun-request'
  | 'stun-response'
  | 'allocate'
  | 'signaling'
  | 'check'
  | 'check-again'
  | 'triggered-check'
  | 'check-response'
  | 'relay-check'
  | 'relay-forward'
  | 'relay-response'
  | 'relay-return'
  | 'outcome'

/** How a simulated call ends: with a pair or without. Types are the caller's and the callee's. */
export type Outcome =
  | { readonly kind: 'direct' | 'relay'; readonly caller: CandidateKind; readonly callee: CandidateKind }
  | { readonly kind: 'needs-turn' }

/** One step of the simulation, complete in itself. */
export interface SimulationStep {
  readonly kind: SimulationStepKind
  /** The end that this step is about. */
  readonly side: NatEnd
  readonly trip: Trip | null
  /** The candidate that was learned in it. */
  readonly learned: Learned | null
  readonly nats: Readonly<Record<NatEnd, NatTable>>
  readonly outcome: Outcome | null
}
