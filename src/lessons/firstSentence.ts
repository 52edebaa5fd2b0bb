import type { ReadingBlock } from './readingSections'

/** Where a sentence ends: after a Chinese full stop, or after a Latin one that a space or the end follows. */
const END = /。|[.!?](?=\s|<\/p>|$)/g

/** The first sentence of a paragraph in HTML; the whole paragraph if its end is inside another element. */
export function firstSentence(html: string): string {
  for (const { index, 0: stop } of html.matchAll(END)) {
    const head = html.slice(0, index + stop.length)
    if (openElements(head) === (head.startsWith('<p>') ? 1 : 0))
      return head.startsWith('<p>') ? `${head}</p>` : head
  }
  return html
}

/** The first sentence of a block, in each language that it has. */
export function firstSentenceOf(block: ReadingBlock): ReadingBlock {
  return { ...block, html: firstSentence(block.html), secondary: firstSentence(block.secondary) }
}

/** How many elements of a piece of HTML are open at its end; a tag that is cut counts as one that is. */
function openElements(html: string): number {
  const opened = html.match(/<[a-z]/gi)?.length ?? 0
  const closed = html.match(/<\/[a-z]+>|<(?:br|wbr|img)\b/gi)?.length ?? 0
  const isCut = html.lastIndexOf('<') > html.lastIndexOf('>')
  return opened - closed + (isCut ? 1 : 0)
}
