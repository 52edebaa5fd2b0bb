import type { SdpLine, SdpSection } from '../../sdp/lines'

/** One item of the tree: the head of a section, or a line. */
export interface TreeItem {
  id: string
  section: SdpSection
  line: SdpLine | null
}

/** The state of the tree: which sections are folded, and which lines the search matches. */
export interface TreeState {
  folded: ReadonlySet<number>
  matches: ReadonlySet<number> | null
}

/** The sections that contain matches, with the lines that are visible in each. */
export function visibleSections(
  sections: readonly SdpSection[],
  { folded, matches }: TreeState,
): { section: SdpSection; isOpen: boolean; lines: readonly SdpLine[] }[] {
  return sections.flatMap((section) => {
    const lines = matches === null ? section.lines : section.lines.filter(({ index }) => matches.has(index))
    if (lines.length === 0) return []
    // A search also shows matches in folded sections.
    const isOpen = matches !== null || !folded.has(section.index)
    return [{ section, isOpen, lines: isOpen ? lines : [] }]
  })
}

/** Every item that the arrow keys visit, in order. */
export function treeItems(sections: ReturnType<typeof visibleSections>, keys: readonly string[]): TreeItem[] {
  return sections.flatMap(({ section, lines }) => [
    { id: sectionId(section), section, line: null },
    ...lines.map((line) => ({ id: keys[line.index] ?? '', section, line })),
  ])
}

/** The id of a section's head. */
export function sectionId({ index }: SdpSection): string {
  return `section ${String(index)}`
}

/** The effect of a key: go to another item, or fold or unfold a section (WAI-ARIA, tree view). */
export type TreeMove = { to: string } | { fold: number }

const KEY_MOVES: Readonly<Record<string, (from: number, last: number) => number>> = {
  ArrowDown: (from, last) => Math.min(from + 1, last),
  ArrowUp: (from) => Math.max(from - 1, 0),
  PageDown: (from, last) => Math.min(from + 10, last),
  PageUp: (from) => Math.max(from - 10, 0),
  Home: () => 0,
  End: (_from, last) => last,
}

/** The effect of a key on an item; null if the key has none there. */
export function moveInTree(
  items: readonly TreeItem[],
  from: string | null,
  key: string,
  { folded, matches }: TreeState,
): TreeMove | null {
  const at = items.findIndex(({ id }) => id === from)
  const to = items[KEY_MOVES[key]?.(at, items.length - 1) ?? -1]
  if (to !== undefined) return { to: to.id }
  const item = items[at]
  if (item === undefined) return null
  if (item.line !== null) return key === 'ArrowLeft' ? { to: sectionId(item.section) } : null
  if (matches !== null) return null
  const isFolded = folded.has(item.section.index)
  const next = items[at + 1]
  if (key === 'ArrowRight' && !isFolded) return next === undefined ? null : { to: next.id }
  const turns =
    key === 'Enter' || key === ' ' || (key === 'ArrowRight' ? isFolded : key === 'ArrowLeft' && !isFolded)
  return turns ? { fold: item.section.index } : null
}

/** Number of lines that are laid out, or skipped while not visible, together. */
const CHUNK = 50

/** Splits lines into chunks that the browser can skip while they are not visible. */
export function chunksOf(lines: readonly SdpLine[]): SdpLine[][] {
  return Array.from({ length: Math.ceil(lines.length / CHUNK) }, (_none, at) =>
    lines.slice(at * CHUNK, (at + 1) * CHUNK),
  )
}
