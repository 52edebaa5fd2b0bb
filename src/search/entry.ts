/** What kinds of things a search finds. */
export const ENTRY_KINDS = ['error', 'step', 'concept', 'term', 'recording', 'question', 'sdp'] as const

export type EntryKind = (typeof ENTRY_KINDS)[number]

/** A text in both languages. */
export interface Pair {
  readonly zh: string
  readonly en: string
}

/** One thing that a search can find. */
export interface SearchEntry {
  readonly kind: EntryKind
  /** Of a question: the step that asks it. */
  readonly id: string
  /** Heading's id inside the page, or the question's own; empty for the page's beginning. */
  readonly section: string
  readonly title: Pair
  /** Plain text of both languages, for the excerpt. */
  readonly text: Pair
  /** Code of its listings, the same in both languages. */
  readonly code: string
  /** What people type who need this, in both languages. */
  readonly phrases: readonly string[]
  /** What browsers say, whole. */
  readonly says: readonly string[]
}

/** Unique among all entries. */
export function keyOf({ kind, id, section }: Pick<SearchEntry, 'kind' | 'id' | 'section'>): string {
  return section === '' ? `${kind}/${id}` : `${kind}/${id}#${section}`
}

/** The page that an entry leads to: of several entries of one page, a list of results needs one. */
export function pageOf({ kind, id }: SearchEntry): string {
  return kind === 'question' ? `step/${id}` : `${kind}/${id}`
}
