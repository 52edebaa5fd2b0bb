import type { Token } from 'markdown-it'
import type { OutlineSection } from './lesson-outline'
import { outline } from './lesson-outline'

/** The sections of an error page, in this order. */
const SECTIONS = ['what', 'causes', 'fix']

/**
 * What is wrong with a text as an error page, as sentences. It must say what happened, then the causes, then what to
 * do. The causes are one ordered list; each has two paragraphs: the cause, which begins in bold, and how to recognise
 * it.
 */
export function errorShapeProblems(source: string, file: string): string[] {
  const { sections } = outline(source, file)
  const ids = sections.map(({ id }) => id)
  if (ids.join() !== SECTIONS.join())
    return [`${file}: the sections are ${ids.join(', ')}, and must be ${SECTIONS.join(', ')}`]
  const causes = sections.find(({ id }) => id === 'causes')
  const problem = causes && causesProblem(causes)
  return problem ? [`${file}: ${problem}`] : []
}

function causesProblem({ blocks }: OutlineSection): string | undefined {
  const [list] = blocks
  if (blocks.length !== 1 || list?.kind !== 'ol') return 'the causes are not one ordered list'
  const items = itemsOf(list.tokens)
  const wrong = items.findIndex((paragraphs) => !isCause(paragraphs))
  if (wrong >= 0) return `cause ${wrong + 1} is not two paragraphs, the first of which begins in bold`
  return undefined
}

/** The paragraphs of each item; a list without blank lines has none. */
function itemsOf(tokens: readonly Token[]): Token[][] {
  const items: Token[][] = []
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'list_item_open') items.push([])
    const text = tokens[index + 1]
    if (token.type === 'paragraph_open' && !token.hidden && text) items.at(-1)?.push(text)
  }
  return items
}

function isCause(paragraphs: readonly Token[]): boolean {
  const first = paragraphs[0]?.children?.find(({ type, content }) => type !== 'text' || content !== '')
  return paragraphs.length === 2 && first?.type === 'strong_open'
}
