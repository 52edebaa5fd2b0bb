import { scan } from './scan'
import type { Word } from './scan'

/** What may be between two words of one mark. */
const BETWEEN = /^[^\p{L}\p{N}]{1,2}$/u

/** A piece of a text, and whether it matched. */
export interface Piece {
  readonly text: string
  readonly isFound: boolean
}

/** A text in pieces; those whose words are in `terms` are marked. */
export function mark(text: string, terms: ReadonlySet<string>): Piece[] {
  return cut(text, wordsOf(text, terms), 0, text.length)
}

/** About `length` characters of a text, where the most different matching words are; those are marked. */
export function excerpt(text: string, terms: ReadonlySet<string>, length = 140): Piece[] {
  const words = wordsOf(text, terms)
  const start = wordStart(text, Math.max(0, richest(words, length) - Math.floor(length / 4)))
  const end = Math.min(text.length, start + length)
  return [...dots(start > 0), ...cut(text, words, start, end), ...dots(end < text.length)]
}

function wordsOf(text: string, terms: ReadonlySet<string>): Word[] {
  return scan(text)
    .filter(({ term }) => terms.has(term))
    .sort((a, b) => a.start - b.start)
}

/** Where the piece of three quarters of that length begins that has the most different words; the first if several. */
function richest(words: readonly Word[], length: number): number {
  const inside = new Map<string, number>()
  let first = 0
  let best = { start: 0, size: 0 }
  for (const { term, end } of words) {
    inside.set(term, (inside.get(term) ?? 0) + 1)
    for (
      let word = words[first];
      word !== undefined && end - word.start > length * 0.75;
      word = words[++first]
    ) {
      const left = (inside.get(word.term) ?? 1) - 1
      if (left === 0) inside.delete(word.term)
      else inside.set(word.term, left)
    }
    if (inside.size > best.size) best = { start: words[first]?.start ?? 0, size: inside.size }
  }
  return best.start
}

/** The excerpt does not start within a word, unless the word is very long. */
function wordStart(text: string, at: number): number {
  if (at === 0 || /[^A-Za-z0-9]/.test(text[at - 1] ?? '')) return at
  return at + (/^[A-Za-z0-9]{0,20}/.exec(text.slice(at, at + 20))?.[0].length ?? 0)
}

function cut(text: string, words: readonly Word[], from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  let at = from
  const push = (end: number, isFound: boolean) => {
    const last = pieces.at(-1)
    if (end <= at) return
    // Words may touch or overlap, as pairs of Chinese characters do.
    if (last !== undefined && last.isFound === isFound) pieces.pop()
    const before = last !== undefined && last.isFound === isFound ? last.text : ''
    pieces.push({ text: before + text.slice(at, end), isFound })
    at = end
  }
  for (const { start, end } of words) {
    if (start < from || start >= to) continue
    // Neighbouring words get one mark: `Failed to` instead of `Failed` and `to`.
    push(start, pieces.at(-1)?.isFound === true && BETWEEN.test(text.slice(at, start)))
    push(Math.min(end, to), true)
  }
  push(to, false)
  return pieces
}

function dots(isCut: boolean): Piece[] {
  return isCut ? [{ text: '…', isFound: false }] : []
}
