import type { StepId } from '../../machines/steps'

/** The faults, in the order of what they are named in the contract for checks from outside. */
export const FAULTS = [
  'no-path',
  'wrong-state',
  'early-candidate',
  'insecure-page',
  'media-refused',
  'local-names-only',
  'unreachable-address',
  'udp-blocked',
  'no-common-codec',
  'never-negotiated',
  'turn-refused',
  'dtls-roles',
  'no-key-frame',
  'dtls-unfinished',
  'lost-without-restart',
  'not-shown',
  'connections-leaked',
  'channel-never-opens',
  'callee-added-nothing',
  'sections-out-of-order',
  'sdp-damaged',
  'capture-died',
  'poor-quality',
  'no-candidates-exchanged',
  'closed-early',
  'never-answered',
  'nothing-to-negotiate',
] as const

export type Fault = (typeof FAULTS)[number]

/** Whether a text from outside (an address of the page) names a fault. */
export function isFault(text: string): text is Fault {
  return (FAULTS as readonly string[]).includes(text)
}

/** proved: the file proves it. likely: the file points to it. open: it needs the other end, or the wire. */
export type Certainty = 'proved' | 'likely' | 'open'

/** A line or a report that a verdict rests on. */
export interface Proof {
  /** Index of the dump among those that were brought. */
  readonly dump: number
  /** `seq` of a line, or the `id` of a report of its connection. */
  readonly line?: number
  readonly report?: string
}

/** One finding about one connection: what failed, where, how certain it is, and why. */
export interface Verdict {
  readonly fault: Fault
  readonly connection: { readonly dump: number; readonly id: string }
  /** The step where the call stopped. Faults after step 13 name the last step that was done. */
  readonly step: StepId
  readonly certainty: Certainty
  /** In the order of time. */
  readonly proof: readonly Proof[]
  /** What would settle it, if it is not proved: ids of sentences in the messages. */
  readonly missing: readonly string[]
  /** Facts that the sentence names: an error's name, a URL without credentials, a codec. Text from outside. */
  readonly facts: Readonly<Record<string, string>>
  /** The fault that this one follows from. */
  readonly follows?: Fault
}
