import { tokenize } from './scan'
import type { Unit } from './unit'

/** Where a word is. */
export interface Posting {
  /** Places of texts in `units`; one whose title has the word is there a second time. */
  readonly bodies: number[]
  readonly titles: number[]
}

/** Which words are in which texts. */
export interface Index {
  readonly units: readonly Unit[]
  readonly postings: ReadonlyMap<string, Posting>
  /** How many words each text has, without its title. */
  readonly lengths: readonly number[]
  readonly averageLength: number
  /** What all the words of each text weigh. */
  readonly wholes: readonly number[]
  /** How much a word tells: the rarer the more. */
  weigh(term: string): number
}

/** Reads all texts once. */
export function createIndex(units: readonly Unit[]): Index {
  const postings = new Map<string, Posting>()
  const postingOf = (term: string) => {
    const known = postings.get(term)
    if (known !== undefined) return known
    const posting: Posting = { bodies: [], titles: [] }
    postings.set(term, posting)
    return posting
  }
  const lengths = units.map(({ title, body }, at) => {
    for (const term of tokenize(title)) postingOf(term).titles.push(at)
    const terms = tokenize(body)
    for (const term of terms) postingOf(term).bodies.push(at)
    return terms.length
  })
  const weights = new Map<string, number>()
  const wholes = units.map(() => 0)
  for (const [term, { bodies, titles }] of postings) {
    const weight = Math.log(1 + units.length / (bodies.length + titles.length))
    weights.set(term, weight)
    for (const at of bodies) wholes[at] = (wholes[at] ?? 0) + weight
  }
  const strange = Math.log(1 + units.length)
  return {
    units,
    postings,
    lengths,
    averageLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, units.length),
    wholes,
    weigh: (term) => weights.get(term) ?? strange,
  }
}
