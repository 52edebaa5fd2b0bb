import type { LessonId } from './lessonIds'

export interface Concept {
  /** Folder under lessons/concepts, address `/zh/concepts/<id>/`, and target of `concept:` links. */
  readonly id: string
  /** The lessons that show it in a call, in order. */
  readonly steps: readonly LessonId[]
}

/** The concepts behind the thirteen steps, in reading order. */
export const CONCEPTS = [
  { id: 'signaling', steps: ['send-offer', 'send-answer', 'receive-answer'] },
  { id: 'sdp', steps: ['create-offer', 'set-local-offer', 'set-remote-offer', 'create-answer'] },
  { id: 'media', steps: ['capture-media', 'add-tracks', 'prepare-callee-media'] },
  { id: 'ice', steps: ['gather-candidates', 'set-local-answer', 'connected'] },
  { id: 'candidates', steps: ['gather-candidates', 'set-remote-offer'] },
  { id: 'nat', steps: ['gather-candidates', 'connected'] },
  { id: 'stun-turn', steps: ['gather-candidates'] },
  { id: 'security', steps: ['create-offer', 'set-remote-answer', 'connected'] },
  { id: 'perfect-negotiation', steps: ['set-local-offer', 'set-remote-offer'] },
  { id: 'whole-call', steps: ['add-tracks', 'connected'] },
  { id: 'data-channels', steps: ['add-tracks', 'create-offer'] },
  { id: 'media-network', steps: ['create-offer', 'connected'] },
  { id: 'room', steps: ['capture-media', 'hang-up'] },
] as const satisfies readonly Concept[]

export type ConceptId = (typeof CONCEPTS)[number]['id']

export const CONCEPT_IDS: readonly ConceptId[] = CONCEPTS.map(({ id }) => id)

/** The concepts about which the bank has questions with a stored answer (src/predict/bank.ts). */
export const GUESSED: ReadonlySet<ConceptId> = new Set([
  'sdp',
  'media',
  'ice',
  'candidates',
  'nat',
  'stun-turn',
  'security',
  'perfect-negotiation',
] as const)

/** Whether a text from outside (an address, a link) names a concept. */
export function isConceptId(text: string): text is ConceptId {
  return (CONCEPT_IDS as readonly string[]).includes(text)
}

/** The concepts that a lesson of the call demonstrates. */
export function conceptsOf(lesson: LessonId): ConceptId[] {
  return CONCEPTS.filter(({ steps }) => (steps as readonly LessonId[]).includes(lesson)).map(({ id }) => id)
}
