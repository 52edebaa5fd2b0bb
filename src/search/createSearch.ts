import MiniSearch from 'minisearch'
import type { SearchEntry } from './entry'
import { pageOf } from './entry'
import { createQuery } from './query'
import type { Query } from './query'
import { tokenize } from './scan'
import { unitsOf } from './unit'
import type { Unit } from './unit'

/** The most results: more would hide the good ones. */
const MOST = 12
/** Looking for typing errors takes long, and a long paste has enough words without it. */
const MOST_SLIPS = 6
/** The weight of the second best text of a page. */
const SECOND = 0.3
/** The share of a query that a page must match. */
const LEAST = 0.3

/** An entry that matches a query. */
export interface Answer {
  readonly entry: SearchEntry
  /** The words of its page that match. */
  readonly terms: ReadonlySet<string>
  /** The browser's text, if that is what the query quotes. */
  readonly browserText: string | null
}

/** Finds entries by words of either language; the best first, at most one per page. */
export type Search = (text: string) => Answer[]

/** A text that contains words of the query. */
interface Hit {
  readonly unit: Unit
  readonly score: number
  /** The words of the query that match. */
  readonly asked: readonly string[]
  /** The matching words of the text; they differ from those of the query if it has a typing error. */
  readonly found: readonly string[]
}

/** Makes a search over all entries at once. */
export function createSearch(entries: readonly SearchEntry[]): Search {
  const indexing = indexEntries(entries)
  for (;;) {
    const { done, value } = indexing.next()
    if (done) return value
  }
}

/**
 * Makes a search over all entries, and pauses after each text so that the caller can let the page do other work. This
 * app splits words; MiniSearch finds and ranks them.
 */
export function* indexEntries(entries: readonly SearchEntry[]): Generator<undefined, Search> {
  const units = entries.flatMap(unitsOf)
  const known = new Set<string>()
  const index = new MiniSearch({ fields: ['title', 'body'], tokenize: (text) => text.split(' ') })
  for (const [id, { title, body }] of units.entries()) {
    const [titles, bodies] = [tokenize(title), tokenize(body)]
    for (const term of [...titles, ...bodies]) known.add(term)
    index.add({ id, title: titles.join(' '), body: bodies.join(' ') })
    yield
  }
  return (text) => {
    const query = createQuery(text, known)
    if (query.size === 0) return []
    const strange = new Set([...query.keys()].filter((term) => !known.has(term)).slice(0, MOST_SLIPS))
    const results = index.search([...query.keys()].join(' '), {
      // A short text with the words was written for the query; a long text contains them by chance.
      bm25: { k: 1.2, b: 1, d: 0 },
      boost: { title: 3 },
      boostTerm: (term) => query.get(term) ?? 1,
      prefix: (term) => strange.has(term) && /^(?:\p{Script=Han}|[a-z]{3,})$/u.test(term),
      fuzzy: (term) => strange.has(term) && /^[a-z]{4,}$/.test(term) && (term.length < 6 ? 1 : 2),
    })
    const hits = results.flatMap(({ id, score, queryTerms, terms }): Hit[] => {
      const unit = units[Number(id)]
      return unit === undefined ? [] : [{ unit, score, asked: queryTerms, found: terms }]
    })
    return rank(hits, query).slice(0, MOST).flatMap(answer)
  }
}

/** Ranks the pages by their best text and by the share of the query that they match. */
function rank(hits: readonly Hit[], query: Query): Hit[][] {
  const pages = new Map<string, Hit[]>()
  for (const hit of hits) {
    const name = pageOf(hit.unit.entry)
    const page = pages.get(name)
    if (page === undefined) pages.set(name, [hit])
    else page.push(hit)
  }
  const whole = weigh(query.keys(), query)
  return [...pages.values()]
    .map((page) => ({ page, part: weigh(new Set(page.flatMap(({ asked }) => asked)), query) / whole }))
    .filter(({ part }) => part >= LEAST)
    .map(({ page, part }) => ({ page, worth: worthOf(page) * (1 + part ** 2) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ page }) => page)
}

function worthOf([best, second]: readonly Hit[]): number {
  return (best?.score ?? 0) + SECOND * (second?.score ?? 0)
}

function answer(page: readonly Hit[]): Answer[] {
  const [best] = page
  if (best === undefined) return []
  const { unit, asked } = best
  // The section that contains the words, if a phrase for the whole page matched.
  const section = page.find((hit) => !hit.unit.isShort && hit.asked.length >= asked.length)
  return [
    {
      entry: unit.isBrowserText ? unit.entry : (section?.unit ?? unit).entry,
      terms: new Set(page.flatMap(({ found }) => found)),
      browserText: unit.isBrowserText ? unit.body : null,
    },
  ]
}

function weigh(terms: Iterable<string>, query: Query): number {
  let all = 0
  for (const term of terms) all += query.get(term) ?? 0
  return all
}
