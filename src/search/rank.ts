import type { Index } from './createIndex'
import type { EntryKind, SearchEntry } from './entry'
import { pageOf } from './entry'
import type { Hit } from './lookUp'
import type { Query } from './query'
import type { Unit } from './unit'

/** An entry that answers. */
export interface Ranked {
  readonly entry: SearchEntry
  /** The words of its page that fit the question. */
  readonly terms: ReadonlySet<string>
  /** What a browser says, where that is what was asked for. */
  readonly said: string | null
}

/** Of equal texts, the page that explains comes before the line that names and the question that asks. */
const WORTH: Readonly<Record<EntryKind, number>> = {
  error: 1,
  step: 1,
  concept: 1,
  sdp: 1,
  term: 0.85,
  recording: 0.8,
  question: 0.6,
}
/** A long text has many words by chance; a short one that fits was written for the question. */
const LONG = 0.5
const SHORT = 1.2
/** How much the second best text of a page adds. */
const SECOND = 0.3
/** The part of a question that a page must have. */
const LEAST = 0.3

interface Page {
  best: number
  second: number
  unit: Unit
  /** How much of the question its best text has. */
  part: number
  /** The section that has the most of it. */
  section: { readonly part: number; readonly unit: Unit } | null
  readonly asked: Set<string>
  readonly found: Set<string>
}

/**
 * Pages by their best text, at most one entry of each. A text counts by its score and by how much of the question it
 * has, so that whoever has all words comes before whoever has some.
 */
export function rank(hits: readonly Hit[], { weights }: Query, { weigh }: Index): Ranked[] {
  const asked = (terms: Iterable<string>) => sum(terms, (term) => weights.get(term) ?? 0)
  const whole = asked(weights.keys())
  const pages = new Map<string, Page>()
  for (const { unit, whole: all, score, found, asked: terms } of hits) {
    const fit = unit.isShort ? SHORT * (0.5 + 0.5 * (sum(found, weigh) / all)) : LONG
    const part = asked(terms) / whole
    const worth = score * WORTH[unit.entry.kind] * fit * part ** 2
    const name = pageOf(unit.entry)
    const page = pages.get(name) ?? {
      best: 0,
      second: 0,
      unit,
      part,
      section: null,
      asked: new Set(),
      found: new Set(),
    }
    pages.set(name, page)
    page.second = Math.max(page.second, Math.min(page.best, worth))
    if (worth > page.best) Object.assign(page, { best: worth, unit, part })
    if (!unit.isShort && part > (page.section?.part ?? 0)) page.section = { part, unit }
    for (const term of terms) page.asked.add(term)
    for (const term of found) page.found.add(term)
  }
  return [...pages.values()]
    .map((page) => ({ page, part: asked(page.asked) / whole }))
    .filter(({ part }) => part >= LEAST)
    .map(({ page, part }) => ({ page, worth: (page.best + SECOND * page.second) * (1 + part ** 2) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ page: { unit, part, section, found } }) => ({
      // The place that has the words themselves, where what people type led to the page.
      entry: !unit.isSaid && section !== null && section.part >= part ? section.unit.entry : unit.entry,
      terms: found,
      said: unit.isSaid ? unit.body : null,
    }))
}

function sum(terms: Iterable<string>, weigh: (term: string) => number): number {
  let all = 0
  for (const term of terms) all += weigh(term)
  return all
}
