import type { Token } from 'markdown-it'
import type { Origin } from './refusals'
import { splitFrontMatter } from './front-matter'
import { createMarkdown } from './markdown-syntax'
import { placeOf, refuseLeftOvers } from './refusals'

/** One top-level block: its kind, and for a list how many items it has. */
export interface OutlineBlock {
  readonly kind: string
  readonly items: number
  readonly tokens: Token[]
}

export interface OutlineSection {
  readonly id: string
  readonly title: string
  readonly blocks: OutlineBlock[]
}

/** The parts of a lesson, not yet rendered. */
export interface Outline {
  readonly fields: Readonly<Record<string, string>>
  readonly sections: readonly OutlineSection[]
  readonly fences: readonly string[]
  readonly links: readonly string[]
}

const KINDS: Readonly<Record<string, string>> = {
  paragraph_open: 'p',
  bullet_list_open: 'ul',
  ordered_list_open: 'ol',
  fence: 'fence',
}

const PARTS = new Set(['inline', 'list_item_open'])

/** The Markdown parser of the lessons. */
export const lessonMarkdown = createMarkdown()

// Runs before the attributes plugin, which would remove curly braces.
lessonMarkdown.core.ruler.after('inline', 'refuse', ({ tokens, env }) =>
  refuseLeftOvers(tokens, env as unknown as Origin),
)

/** Parses a lesson file; throws, with file and line, at whatever a lesson may not contain. */
export function outline(source: string, file: string): Outline {
  const { fields, body, firstLine } = splitFrontMatter(source, file)
  const tokens = lessonMarkdown.parse(body, { file, firstLine })
  const inline = tokens.flatMap((token) => token.children ?? [])
  return {
    fields,
    sections: sections(tokens, { file, firstLine }),
    fences: tokens.filter(({ type }) => type === 'fence').map(({ info, content }) => `${info}\n${content}`),
    links: inline.filter(({ type }) => type === 'link_open').map((link) => String(link.attrGet('href'))),
  }
}

function sections(tokens: Token[], origin: Origin): OutlineSection[] {
  const prose: OutlineSection = { id: 'prose', title: '', blocks: [] }
  const found = [prose]
  for (const block of topLevel(tokens)) {
    checkParts(block, origin)
    const [first, second] = block
    if (first?.type === 'heading_open') found.push(openSection(first, second, found, origin))
    else found.at(-1)?.blocks.push(describe(block))
  }
  return prose.blocks.length > 0 ? found : found.slice(1)
}

function topLevel(tokens: Token[]): Token[][] {
  const blocks: Token[][] = []
  for (const token of tokens) {
    if (token.level === 0 && token.nesting >= 0) blocks.push([])
    blocks.at(-1)?.push(token)
  }
  return blocks
}

function checkParts(block: Token[], origin: Origin): void {
  for (const [index, token] of block.entries()) {
    const { type, nesting } = token
    const allowed =
      nesting < 0 || type in KINDS || PARTS.has(type) || (index === 0 && type === 'heading_open')
    if (!allowed) throw new Error(`${placeOf(token, origin)}: ${type} has no place in a lesson`)
  }
}

function openSection(
  heading: Token,
  text: Token | undefined,
  before: OutlineSection[],
  origin: Origin,
): OutlineSection {
  const where = placeOf(heading, origin)
  const id = heading.attrGet('id')
  if (heading.tag !== 'h2') throw new Error(`${where}: headings of a lesson are ## headings`)
  if (typeof id !== 'string') throw new Error(`${where}: this heading needs an id, such as {#why}`)
  if (before.some((section) => section.id === id)) throw new Error(`${where}: the id "${id}" is taken`)
  const title = (text?.children ?? []).map((child) => child.content).join('')
  return { id, title: title.trim(), blocks: [] }
}

function describe(tokens: Token[]): OutlineBlock {
  const kind = KINDS[tokens[0]?.type ?? ''] ?? ''
  const items = tokens.filter(({ type, level }) => type === 'list_item_open' && level === 1).length
  return { kind, items, tokens }
}
