import words from '../../lessons/search/words.json'
import { fold } from './fold'
import { stem } from './stem'

/** A word of a text as the index has it, and its position. */
export interface Word {
  readonly term: string
  readonly start: number
  readonly end: number
  /** Its weight in a query: a part of a name counts less than a whole word. */
  readonly share: number
}

const PART = 0.5

const RUN = /\.local\b|[A-Za-z0-9_]+(?:[-=:.'][A-Za-z0-9_]+)*=?|\p{Script=Han}+/gu
const LATIN = /^[.A-Za-z0-9_]/
const IDLE = new Set(words.idle.en)
const IDLE_HAN = new RegExp(words.idle.zh.join('|'), 'gu')

/**
 * The words of a text in either language, in order. A name such as `setRemoteDescription` gives one word and several.
 */
export function scan(text: string): Word[] {
  const found: Word[] = []
  for (const { 0: run, index } of fold(text).matchAll(RUN)) {
    if (!LATIN.test(run)) hanWords(run, index, found)
    else for (const word of latinWords(run)) found.push(moved(word, index))
  }
  return found
}

/** The words of a text, each once. */
export function tokenize(text: string): string[] {
  const terms = new Set<string>()
  for (const { 0: run } of fold(text).matchAll(RUN)) {
    const found: readonly Word[] = LATIN.test(run) ? latinWords(run) : hanWords(run, 0, [])
    for (const { term } of found) terms.add(term)
  }
  return [...terms]
}

function moved({ term, start, end, share }: Word, by: number): Word {
  return { term, start: start + by, end: end + by, share }
}

/** Every pair of characters, because Chinese has no spaces; words that only express a question are left out. */
function hanWords(run: string, at: number, found: Word[]): Word[] {
  const blank = run.replace(IDLE_HAN, (idle) => ' '.repeat(idle.length))
  for (const { 0: piece, index } of blank.matchAll(/\S+/g)) {
    const size = Math.min(2, piece.length)
    for (let from = 0; from <= piece.length - size; from++) {
      const start = at + index + from
      found.push({ term: piece.slice(from, from + size), start, end: start + size, share: 1 })
    }
  }
  return found
}

const MOST_KNOWN = 20_000
const known = new Map<string, readonly Word[]>()

/** The same names occur many times, so their words are cached. */
function latinWords(run: string): readonly Word[] {
  const before = known.get(run)
  if (before !== undefined) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const found = readLatin(run)
  known.set(run, found)
  return found
}

function readLatin(run: string): Word[] {
  const whole = { start: 0, end: run.length }
  const hidden = run.includes('.local') ? [{ ...whole, term: '.local', share: 1 }] : []
  if (run === '.local') return hidden
  const parts = [...run.matchAll(/[A-Za-z0-9]+/g)].map(({ 0: part, index }) => ({ part, index }))
  const wholes = new Set([
    ...(parts.length > 1 ? [stem(run.toLowerCase().replace(/[^a-z0-9=]/g, ''))] : []),
    // `a=` and `a=setup` of `a=setup:actpass`.
    ...(/^[a-z]=/.test(run) ? [run.slice(0, 2), run.slice(0, 2) + (parts[1]?.part.toLowerCase() ?? '')] : []),
  ])
  return [
    ...hidden,
    ...[...wholes].map((term) => ({ ...whole, term, share: PART })),
    ...parts.flatMap(({ part, index }) => nameWords(part, index)),
  ]
}

/** `setRemoteDescription` is also `remotedescription`, `set`, `remote` and `description`. */
function nameWords(name: string, at: number): Word[] {
  const end = at + name.length
  const parts = [...name.matchAll(/[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+/g)]
  const single = parts.map(({ 0: part, index }) => word(part, at + index, parts.length > 1 ? PART : 1))
  const tails = parts.slice(0, -1).map(({ index }) => ({
    term: stem(name.slice(index).toLowerCase()),
    start: at + index,
    end,
    share: index === 0 ? 1 : PART,
  }))
  return [...tails, ...single.filter(({ term }) => term.length > 1 || /\d/.test(term))]
}

function word(part: string, start: number, share: number): Word {
  const lower = part.toLowerCase()
  return { term: IDLE.has(lower) ? '' : stem(lower), start, end: start + part.length, share }
}
