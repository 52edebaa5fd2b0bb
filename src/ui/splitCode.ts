export interface TextPart {
  text: string
  isCode: boolean
}

/** The parts of a text in which backticks mark code. */
export function splitCode(text: string): TextPart[] {
  return text
    .split('`')
    .map((part, index) => ({ text: part, isCode: index % 2 === 1 }))
    .filter((part) => part.text !== '')
}
