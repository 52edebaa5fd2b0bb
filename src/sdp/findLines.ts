import type { SdpLine } from './lines'

/** Positions of the lines that contain a text, whatever its letters’ case; null for a blank one, which asks nothing. */
export function findLines(lines: readonly SdpLine[], query: string): ReadonlySet<number> | null {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return null
  return new Set(lines.filter(({ text }) => text.toLowerCase().includes(wanted)).map(({ index }) => index))
}

/** Each is an element; a line of 256 KB may hold a letter as often. */
const MOST_MATCHES = 500

/** A text cut where it contains another one, up to a number of places. */
export function cutAtMatches(text: string, query: string): { text: string; isMatch: boolean }[] {
  const wanted = query.trim().toLowerCase()
  const lower = text.toLowerCase()
  // Lower case may have another length (İ), and then places in one are not places in the other.
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
