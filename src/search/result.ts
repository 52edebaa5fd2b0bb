import type { Answer } from './createSearch'
import type { Pair, SearchEntry } from './entry'
import { excerpt, mark } from './excerpt'
import type { Piece } from './excerpt'

/** How much is shown of what a browser says. */
const SAID_LENGTH = 200

interface Pieces {
  readonly zh: readonly Piece[]
  readonly en: readonly Piece[]
}

/** An answer as it is drawn: where it leads, and its texts with the words found marked. */
export interface Result extends Pick<SearchEntry, 'kind' | 'id' | 'section'> {
  readonly title: Pieces
  /** Whether the title is a name of its own, the same in both languages. */
  readonly hasOneTitle: boolean
  readonly excerpt: Pieces
  /** What a browser says, where that is what was asked for. */
  readonly said: readonly Piece[] | null
}

/** Cuts and marks the texts of both languages, so that a change of language needs no new search. */
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
