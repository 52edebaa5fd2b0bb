import { alike } from './alike'
import type { Index } from './createIndex'
import type { Query } from './query'
import type { Unit } from './unit'

/** A text in which words of a question are. */
export interface Hit {
  readonly unit: Unit
  /** What all its words weigh. */
  readonly whole: number
  /** How rare the words are, and how much of the text they are (BM25, each word counted once). */
  score: number
  /** The words of the question that are in it. */
  readonly asked: Set<string>
  /** The words of the text that fit; they are others where the question has a slip. */
  readonly found: Set<string>
}

/** BM25: how soon more of the same counts less, and how much a long text is held against it. */
const K = 1.2
const B = 0.7
/** A word in the title is what the text is about. */
const TITLE = 3
/** Looking for slips takes long, and a long paste has enough words without. */
const MOST_SLIPS = 6

/** Every text that has a word of the question, or one that is nearly it where nobody has the word. */
export function lookUp(index: Index, { weights, shares }: Query): Hit[] {
  const hits = new Map<number, Hit>()
  let slips = 0

  function add(at: number, worth: number, asked: string, found: string) {
    const unit = index.units[at]
    if (unit === undefined) return
    const hit = hits.get(at) ?? {
      unit,
      whole: index.wholes[at] ?? 0,
      score: 0,
      asked: new Set(),
      found: new Set(),
    }
    hits.set(at, hit)
    hit.score += worth
    hit.asked.add(asked)
    hit.found.add(found)
  }

  function addAll(term: string, asked: string, share: number) {
    const { bodies = [], titles = [] } = index.postings.get(term) ?? {}
    const worth = index.weigh(term) * share * (K + 1)
    for (const at of bodies) {
      const length = (index.lengths[at] ?? 0) / index.averageLength
      add(at, worth / (1 + K * (1 - B + B * length)), asked, term)
    }
    for (const at of titles) add(at, (TITLE * worth) / (1 + K), asked, term)
  }

  for (const term of weights.keys()) {
    const share = shares.get(term) ?? 1
    if (index.postings.has(term)) addAll(term, term, share)
    else if (slips++ < MOST_SLIPS) {
      for (const { known, likeness } of alike(term, index.postings.keys()))
        addAll(known, term, share * likeness)
    }
  }
  return [...hits.values()]
}
