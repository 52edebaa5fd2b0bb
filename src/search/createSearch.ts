import MiniSearch from 'minisearch'
import type { SearchEntry } from './entry'
import { pageOf } from './entry'
import { createQuery } from './query'
import type { Query } from './query'
import { tokenize } from './scan'
import { unitsOf } from './unit'
import type { Unit } from './unit'

/** How many results are worth a look; the rest would only hide them. */
const MOST = 12
/** Looking for slips takes long, and a long paste has enough words without. */
const MOST_SLIPS = 6
/** How much the second best text of a page adds. */
const SECOND = 0.3
/** The part of a question that a page must have. */
const LEAST = 0.3

/** An entry that answers. */
export interface Answer {
  readonly entry: SearchEntry
  /** The words of its page that fit the question. */
  readonly terms: ReadonlySet<string>
  /** What a browser says, where that is what was asked for. */
  readonly said: string | null
}

/** Finds entries by words of either language; the best first, at most one of each page. */
export type Search = (text: string) => Answer[]

/** A text that has words of the question. */
interface Hit {
  readonly unit: Unit
  readonly score: number
  /** The words of the question that fit. */
  readonly asked: readonly string[]
  /** The words of the text that fit; they are others where the question has a slip. */
  readonly found: readonly string[]
}

/** Makes a search over all entries: the words are ours, finding and weighing them is MiniSearch's. */
export function createSearch(entries: readonly SearchEntry[]): Search {
  const units = entries.flatMap(unitsOf)
  const known = new Set<string>()
  const index = new MiniSearch({ fields: ['title', 'body'], tokenize: (text) => text.split(' ') })
  for (const [id, { title, body }] of units.entries()) {
    const [titles, bodies] = [tokenize(title), tokenize(body)]
    for (const term of [...titles, ...bodies]) known.add(term)
    index.add({ id, title: titles.join(' '), body: bodies.join(' ') })
  }
  return (text) => {
    const query = createQuery(text, known)
    if (query.size === 0) return []
    const strange = new Set([...query.keys()].filter((term) => !known.has(term)).slice(0, MOST_SLIPS))
    const results = index.search([...query.keys()].join(' '), {
      // A short text that has the words was written for the question; a long one has them by chance.
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

/** Hits of each page, by the best text of the page and by how much of the question the page has. */
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
  // The section that has the words themselves, where what people type led to the page.
  const section = page.find((hit) => !hit.unit.isShort && hit.asked.length >= asked.length)
  return [
    {
      entry: unit.isSaid ? unit.entry : (section?.unit ?? unit).entry,
      terms: new Set(page.flatMap(({ found }) => found)),
      said: unit.isSaid ? unit.body : null,
    },
  ]
}

function weigh(terms: Iterable<string>, query: Query): number {
  let all = 0
  for (const term of terms) all += query.get(term) ?? 0
  return all
}
