import type { Index } from './createIndex'
import type { Word } from './scan'
import { scan } from './scan'
import { stem } from './stem'

/** What is read of a question: more than any error text with its stack, less than a whole dump. */
export const LONGEST = 8000
/** Of a long paste the rarest words say what it is about. */
const MOST_TERMS = 40
/** A question of more words has some that are about its own case: names of files, addresses, numbers. */
const FEW = 8
/** An error begins with its text; what follows in a long paste, its stack and the log around it, tells less. */
const TEXT_WORDS = 30
const LATER = 0.1
/** Two characters that belong to two Chinese words say little. */
const BETWEEN = 0.1

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** A question, ready to be looked up. */
export interface Query {
  /** What each of its words weighs: the rare ones most. */
  readonly weights: ReadonlyMap<string, number>
  /** How much of a word each is, between 0 and 1. */
  readonly shares: ReadonlyMap<string, number>
}

/** The words of a question; of a long one only the telling ones. */
export function createQuery(text: string, { postings, weigh }: Index): Query {
  const isKnown = (term: string) => postings.has(term)
  const words = readWords(text.slice(0, LONGEST).normalize('NFKC')).flatMap((word) => partsOf(word, isKnown))
  const shares = new Map<string, number>()
  for (const [at, { term, share }] of words.entries()) {
    const telling = share * Math.max(LATER, Math.min(1, (TEXT_WORDS / (at + 1)) ** 2))
    shares.set(term, Math.max(telling, shares.get(term) ?? 0))
  }
  for (const pair of pairsOf(words)) if (isKnown(pair) && !shares.has(pair)) shares.set(pair, 1)
  const stranger = Math.min(1, FEW / shares.size) ** 2
  for (const [term, share] of shares) if (!isKnown(term)) shares.set(term, share * stranger)
  const weighed = [...shares].map(([term, share]) => [term, share * weigh(term)] as const)
  return { shares, weights: new Map(weighed.sort((a, b) => b[1] - a[1]).slice(0, MOST_TERMS)) }
}

function readWords(text: string): Word[] {
  const words = scan(text)
  // A single letter or character is looked for only where there is nothing else.
  const telling = words.filter(({ term }) => term.length > 1 || /\d/.test(term))
  const borders = new Set(Array.from(segmenter.segment(text), ({ index }) => index))
  return (telling.length > 0 ? telling : words).map((word) =>
    /^\p{Script=Han}/u.test(word.term) && borders.has(word.start + 1) ? { ...word, share: BETWEEN } : word,
  )
}

/** `oneway` is `one` and `way`, and `onicecandidate` is `icecandidate`, where the index does not know the whole. */
function partsOf(word: Word, isKnown: (term: string) => boolean): Word[] {
  if (isKnown(word.term) || !/^[a-z]{5,}$/.test(word.term)) return [word]
  for (let at = 2; at < word.term.length - 2; at++) {
    const head = word.term.slice(0, at)
    const tail = stem(word.term.slice(at))
    if (isKnown(tail) && (isKnown(head) || head === 'on'))
      return [head, tail].filter(isKnown).map((term) => ({ ...word, term }))
  }
  return [word]
}

/** `one way` is `oneway`. */
function pairsOf(words: readonly Word[]): string[] {
  return words.slice(1).map(({ term }, at) => stem(`${words[at]?.term ?? ''}${term}`))
}
