import { createIndex } from './createIndex'
import type { SearchEntry } from './entry'
import { lookUp } from './lookUp'
import { createQuery } from './query'
import type { Ranked } from './rank'
import { rank } from './rank'
import { unitsOf } from './unit'

/** How many results are worth a look; the rest would only hide them. */
const MOST = 12

/** Finds entries by words of either language; the best first, at most one of each page. */
export type Search = (query: string) => Ranked[]

/**
 * Makes a search over all entries. By hand: MiniSearch's median was 143 ms at a quarter of the speed (Chromium), but on a
 * busy machine; on a quiet one the two were not compared.
 */
export function createSearch(entries: readonly SearchEntry[]): Search {
  const index = createIndex(entries.flatMap(unitsOf))
  return (text) => {
    const query = createQuery(text, index)
    return query.weights.size === 0 ? [] : rank(lookUp(index, query), query, index).slice(0, MOST)
  }
}
