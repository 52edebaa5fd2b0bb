import type { Answer } from './createSearch'
import type { Pair, SearchEntry } from './entry'
import { excerpt, mark } from './excerpt'
import type { Piece } from './excerpt'

/** The most characters of a browser's text that are shown. */
const SAID_LENGTH = 200

interface Pieces {
  readonly zh: readonly Piece[]
  readonly en: readonly Piece[]
}

/** An answer as it is drawn: its target, and its texts with the matching words marked. */
export interface Result extends Pick<SearchEntry, 'kind' | 'id' | 'section'> {
  readonly title: Pieces
  /** Whether the title is a name that is the same in both languages. */
  readonly hasOneTitle: boolean
  readonly excerpt: Pieces
  /** The browser's text, if that is what the query quotes. */
  readonly said: readonly Piece[] | null
}

/** Cuts and marks the texts of both languages, so that changing the language needs no new search. */
export function toResult({ entry, terms, said }: Answer): Result {
  const { kind, id, section, title, text, code } = entry
  const pieces = ({ zh, en }: Pair, cut: (part: string) => Piece[]) => ({ zh: cut(zh), en: cut(en) })
  return {
    kind,
    id,
    section,
    title: pieces(title, (part) => mark(part, terms)),
    hasOneTitle: title.zh === title.en,
    excerpt: pieces(text, (part) => excerpt(`${part} ${code}`, terms)),
    said: said === null ? null : excerpt(said, terms, SAID_LENGTH),
  }
}
