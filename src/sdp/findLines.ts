import type { SdpLine } from './lines'

/** Positions of the lines that contain a text, ignoring case; null for a blank query. */
export function findLines(lines: readonly SdpLine[], query: string): ReadonlySet<number> | null {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return null
  return new Set(lines.filter(({ text }) => text.toLowerCase().includes(wanted)).map(({ index }) => index))
}

/** Each match is an element, and a line of 256 KB may contain a letter that often. */
const MOST_MATCHES = 500

/** A text cut at the matches of another one, up to a number of matches. */
export function cutAtMatches(text: string, query: string): { text: string; isMatch: boolean }[] {
  const wanted = query.trim().toLowerCase()
  const lower = text.toLowerCase()
  // Lower case may have another length (İ); then positions in the two texts differ.
  if (wanted === '' || lower.length !== text.length) return [{ text, isMatch: false }]
  const pieces: { text: string; isMatch: boolean }[] = []
  let from = 0
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, from)) {
    if (pieces.length >= 2 * MOST_MATCHES) break
    pieces.push({ text: text.slice(from, at), isMatch: false })
    from = at + wanted.length
    pieces.push({ text: text.slice(at, from), isMatch: true })
  }
  pieces.push({ text: text.slice(from), isMatch: false })
  return pieces.filter((piece) => piece.text !== '')
}
