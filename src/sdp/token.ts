import type notes from '../../lessons/sdp/en.json'
import type { SdpFacts, SectionFacts } from './sectionFacts'
import type { Span } from './spans'

/** What a token can mean. The words are in lessons/sdp/, by the same name. */
export type Meaning = keyof typeof notes.tokens

/** A part of a line with a meaning of its own. */
export interface SdpToken extends Span {
  readonly meaning: Meaning
  /** What the places of the words are filled with. */
  readonly values?: Readonly<Record<string, string | number>>
}

/** What a token reader gets: the line, the part behind its name, and what the other lines say. */
export interface Reading {
  readonly line: string
  readonly value: Span
  readonly section: SectionFacts
  readonly facts: SdpFacts
}

/** Reads the tokens of one kind of line. Any text may come: what does not fit, or is not known, is called so. */
export type TokenReader = (reading: Reading) => SdpToken[]

/** A token. */
export function token({ start, text }: Span, meaning: Meaning, values?: SdpToken['values']): SdpToken {
  return { start, text, meaning, ...(values && { values }) }
}

/** Gives each word of a fixed sequence its meaning; words beyond the sequence do not fit. */
export function inTurn(words: readonly Span[], ...meanings: Meaning[]): SdpToken[] {
  return words.map((word, at) => token(word, meanings[at] ?? 'malformed'))
}
