import type notes from '../../lessons/sdp/en.json'
import type { SdpFacts, SectionFacts } from './sectionFacts'
import type { Span } from './spans'

/** The meanings of tokens. The words are in lessons/sdp/, by the same name. */
export type Meaning = keyof typeof notes.tokens

/** A part of a line with a meaning of its own. */
export interface SdpToken extends Span {
  readonly meaning: Meaning
  /** The values of placeholders in the words. */
  readonly values?: Readonly<Record<string, string | number>>
}

/** The input of a token reader: the line, the part after its name, and the facts of other lines. */
export interface Reading {
  readonly line: string
  readonly value: Span
  readonly section: SectionFacts
  readonly facts: SdpFacts
}

/** Reads the tokens of one kind of line. The input may be any text: what is wrong or unknown is marked as such. */
export type TokenReader = (reading: Reading) => SdpToken[]

/** Makes a token. */
export function token({ start, text }: Span, meaning: Meaning, values?: SdpToken['values']): SdpToken {
  return { start, text, meaning, ...(values && { values }) }
}

/** Gives the words of a fixed sequence their meanings; extra words are marked as wrong. */
export function inTurn(words: readonly Span[], ...meanings: Meaning[]): SdpToken[] {
  return words.map((word, at) => token(word, meanings[at] ?? 'malformed'))
}
