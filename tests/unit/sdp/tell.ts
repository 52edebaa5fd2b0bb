import en from '../../../lessons/sdp/en.json'
import { fill } from '../../../src/i18n/i18n'
import { readFacts } from '../../../src/sdp/sectionFacts'
import { lexLine } from '../../../src/sdp/lexLine'
import { readLines } from '../../../src/sdp/lines'
import type { SdpToken } from '../../../src/sdp/token'

/** The tokens of the first line of a description with this beginning. */
export function lex(sdp: string, start: string): SdpToken[] {
  const lines = readLines(sdp)
  const line = lines.find(({ text }) => text.startsWith(start))
  if (line === undefined) throw new Error(`no line begins with ${start}`)
  return lexLine(line, readFacts(lines))
}

/** The meaning of each part of a line: `[part, name of the meaning]`. */
export function meanings(sdp: string, start: string): [string, string][] {
  return lex(sdp, start).map(({ text, meaning }) => [text, meaning])
}

/** The meaning of each part of a line, in English, as one text. */
export function tell(sdp: string, start: string): string {
  return lex(sdp, start)
    .map(({ meaning, values }) => fill(en.tokens[meaning], values))
    .join(' ')
}
