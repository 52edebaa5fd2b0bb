import { scan } from './scan'
import type { Word } from './scan'
import { stem } from './stem'

/** How much of a query is read: more than any error text with its stack, less than a whole dump. */
export const LONGEST = 8000
/** More words than this would only slow an answer down. */
const MOST_TERMS = 30
/** An error begins with its text; the rest of a long paste, its stack and the log, matters less. */
const TEXT_WORDS = 30
const LATER = 0.1
/** Two characters from two different Chinese words mean little. */
const BETWEEN = 0.1

/** Made with the first Chinese query: it loads a dictionary, which takes tens of milliseconds. */
let segmenter: Intl.Segmenter | undefined

/** The words to look up, each with its weight between 0 and 1. */
export type Query = ReadonlyMap<string, number>

/** The words of a query; of a long one only the significant ones. `known` are the words of the index. */
export function createQuery(text: string, known: ReadonlySet<string>): Query {
  const words = readWords(text.slice(0, LONGEST).normalize('NFKC'))
  const shares = new Map<string, number>()
  for (const [at, { term, share }] of words.entries()) {
    const telling = share * Math.max(LATER, Math.min(1, (TEXT_WORDS / (at + 1)) ** 2))
    shares.set(term, Math.max(telling, shares.get(term) ?? 0))
  }
  for (const pair of pairsOf(words)) if (known.has(pair) && !shares.has(pair)) shares.set(pair, 1)
  return new Map([...shares].sort((a, b) => b[1] - a[1]).slice(0, MOST_TERMS))
}

function readWords(text: string): Word[] {
  const words = scan(text)
  // A single letter or character is searched only if there is nothing else.
  const telling = words.filter(({ term }) => term.length > 1 || /\d/.test(term))
  const borders = hanBorders(text)
  return (telling.length > 0 ? telling : words).map((word) =>
    /^\p{Script=Han}/u.test(word.term) && borders.has(word.start + 1) ? { ...word, share: BETWEEN } : word,
  )
}

/** Where Chinese words begin. Other text is not segmented: that takes milliseconds for a whole stack. */
function hanBorders(text: string): Set<number> {
  const borders = new Set<number>()
  for (const { 0: run, index: start } of text.matchAll(/\p{Script=Han}+/gu)) {
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
    for (const { index } of segmenter.segment(run)) borders.add(start + index)
  }
  return borders
}

/** `one way` is `oneway`. */
function pairsOf(words: readonly Word[]): string[] {
  return words.slice(1).map(({ term }, at) => stem(`${words[at]?.term ?? ''}${term}`))
}
