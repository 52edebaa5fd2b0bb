import { outline } from '../../build/lesson-outline'

/** The number of words of an English text, without code. */
export function wordCount(source: string, file: string): number {
  const tokens = outline(source, file).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => block.tokens),
  )
  const text = tokens
    .flatMap(({ children }) => children ?? [])
    .map(({ type, content }) => (type === 'text' ? content : ' '))
  return text
    .join('')
    .split(/\s+/)
    .filter((word) => /[a-z0-9]/i.test(word)).length
}
