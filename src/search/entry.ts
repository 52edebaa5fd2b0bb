/** The kinds of results. */
export const ENTRY_KINDS = [
  'error',
  'step',
  'concept',
  'term',
  'recording',
  'question',
  'sdp',
  'lab',
  'course',
  'fault',
] as const

export type EntryKind = (typeof ENTRY_KINDS)[number]

/** A text in both languages. */
export interface Pair {
  readonly zh: string
  readonly en: string
}

/** One entry of the search. */
export interface SearchEntry {
  readonly kind: EntryKind
  /** For a question: the step that asks it. */
  readonly id: string
  /** Id of the heading in the page, or of the question; empty for the beginning of the page. */
  readonly section: string
  readonly title: Pair
  /** Plain text of both languages, for the excerpt. */
  readonly text: Pair
  /** Code of its listings, the same in both languages. */
  readonly code: string
  /** What people type who need this entry, in both languages. */
  readonly phrases: readonly string[]
  /** Whole texts of browsers. */
  readonly browserTexts: readonly string[]
}

/** Unique among all entries. */
export function keyOf({ kind, id, section }: Pick<SearchEntry, 'kind' | 'id' | 'section'>): string {
  return section === '' ? `${kind}/${id}` : `${kind}/${id}#${section}`
}

/** The page of an entry: a result list shows one entry per page. */
export function pageOf({ kind, id }: SearchEntry): string {
  return kind === 'question' ? `step/${id}` : `${kind}/${id}`
}
