import type { StepId } from '../../machines/steps'
import type { Connectivity } from './connectivity'
import type { Dump } from './dump'
import type { History } from './history'
import type { Certainty, Fault, Proof } from './verdict'

/** What a rule sees: one connection, its other end if a file has it, and all that was brought. */
export interface View {
  readonly history: History
  readonly state: Connectivity
  readonly role: 'caller' | 'callee' | null
  readonly other: { readonly history: History; readonly state: Connectivity } | null
  readonly dump: Dump
  /** All connections of the same dump. */
  readonly siblings: readonly History[]
}

/** What a rule found. A rule that finds nothing returns null. */
export interface Finding {
  readonly step: StepId
  readonly certainty: Certainty
  readonly proof: readonly Proof[]
  readonly missing?: readonly MissingId[]
  readonly facts?: Readonly<Record<string, string>>
}

export type Rule = (view: View) => Finding | null

/** What would settle a verdict. The words are in the messages, by the same id. */
export type MissingId =
  | 'other-end'
  | 'wire-log'
  | 'longer-dump'
  | 'stats'
  | 'candidates'
  | 'descriptions'
  | 'page-code'
  | 'relay-test'
  | 'whole-dump'

/** A sign that looks like a fault and is none. The words are in the messages, by the same id. */
export type LookAlikeId =
  | 'stun-701'
  | 'turn-401-first'
  | 'disconnected-healed'
  | 'failed-healed'
  | 'pairs-failed'
  | 'name-candidate'
  | 'ice-stuck-disconnected'
  | 'capture-retried'
  | 'share-cancelled'
  | 'share-ended'
  | 'candidate-of-ignored-offer'
  | 'other-end-closed'
  | 'probing-connection'

export interface LookAlike {
  readonly id: LookAlikeId
  readonly connection: { readonly dump: number; readonly id: string }
  readonly proof: readonly Proof[]
}

/** What could be better in a call that works. The words are in the messages, by the same id. */
export type AdviceId =
  | 'no-turn'
  | 'relay-over-tcp'
  | 'slow-setup'
  | 'slow-gathering'
  | 'candidates-lost'
  | 'stale-candidates'
  | 'sends-silence'
  | 'negotiation-pending'
  | 'simulcast-refused'
  | 'one-way'
  | 'some-loss'
  | 'limited'
  | 'long-way'

export interface Advice {
  readonly id: AdviceId
  readonly connection: { readonly dump: number; readonly id: string }
  readonly facts: Readonly<Record<string, string>>
}

/** A line of a history as a proof. */
export function proofOf({ dump }: History, ...seqs: readonly (number | null | undefined)[]): Proof[] {
  return seqs.flatMap((line) => (line == null ? [] : [{ dump, line }]))
}

/** A report of statistics as a proof. */
export function reportProof({ dump }: History, ...ids: readonly string[]): Proof[] {
  return ids.map((report) => ({ dump, report }))
}

/** A step of the exchange for the end that an operation ran at: 4 or 10, 7 or 13. */
export function stepOfSet(side: 'local' | 'remote', type: string): StepId {
  if (side === 'local')
    return type === 'offer' || type === 'rollback' ? 'set-local-offer' : 'set-local-answer'
  return type === 'offer' || type === 'rollback' ? 'set-remote-offer' : 'set-remote-answer'
}

export type RuleSet = Readonly<Record<Fault, Rule>>
