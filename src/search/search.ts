import MiniSearch from 'minisearch'
import type { SearchEntry } from './entries'
import { tokenize } from './tokenize'

/** How many results are worth a look; the rest would only hide them. */
const MOST = 30

/** Finds entries by words of either language; the best first. */
export type Search = (query: string) => SearchEntry[]

/** Makes an index over all entries. A library does the ranking (BM25); the words of Chinese are ours. */
export function createSearch(entries: readonly SearchEntry[]): Search {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const index = new MiniSearch<{ key: string; title: string; text: string }>({
    idField: 'key',
    fields: ['title', 'text'],
    tokenize,
    processTerm: (term) => term,
    searchOptions: { boost: { title: 3 }, combineWith: 'AND', prefix: (term) => term.length > 2 },
  })
  index.addAll(
    entries.map(({ key, title, text }) => ({
      key,
      title: `${title.zh} ${title.en}`,
      text: `${text.zh} ${text.en}`,
    })),
  )
  return (query) =>
    index
      .search(query)
      .slice(0, MOST)
      .flatMap(({ id }) => byKey.get(String(id)) ?? [])
}

/** A piece of a text around the first word that was looked for, of about `length` characters. */
export function excerpt(text: string, query: string, length = 120): string {
  const lower = text.toLowerCase()
  const found = [query.trim().toLowerCase(), ...tokenize(query)]
    .map((word) => lower.indexOf(word))
    .find((at) => at >= 0)
  const start = Math.max(0, (found ?? 0) - Math.floor(length / 3))
  const piece = text.slice(start, start + length)
  return `${start > 0 ? '…' : ''}${piece}${start + length < text.length ? '…' : ''}`
}
