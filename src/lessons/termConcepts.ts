import type { ConceptId } from './conceptIds'

/** Where a term of the glossary is taught; terms that are not here are taught by their one line. */
export const TERM_CONCEPTS: Readonly<Record<string, ConceptId>> = {
  signaling: 'signaling',
  offer: 'sdp',
}
