/** A range of a line. */
export interface Span {
  readonly start: number
  readonly text: string
}

/** The pieces of a span between separators, each with its position in the line, without empty pieces. */
export function split(span: Span, separators: string): Span[] {
  const pieces: Span[] = []
  let start = 0
  for (let at = 0; at <= span.text.length; at++) {
    const letter = span.text[at]
    if (letter !== undefined && !separators.includes(letter)) continue
    if (at > start) pieces.push({ start: span.start + start, text: span.text.slice(start, at) })
    start = at + 1
  }
  return pieces
}

/** From the start of one span to the end of another, in the line they were cut from. */
export function join(line: string, first: Span, last: Span): Span {
  return { start: first.start, text: line.slice(first.start, last.start + last.text.length) }
}
