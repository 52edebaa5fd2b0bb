import type { SdpLine, SdpSection } from '../../sdp/lines'

/** One place of the tree: a section's head, or a line. */
export interface TreeItem {
  id: string
  section: SdpSection
  line: SdpLine | null
}

/** What the tree shows: which sections are folded, and which lines a search has left. */
export interface TreeState {
  folded: ReadonlySet<number>
  matches: ReadonlySet<number> | null
}

/** The sections a search has left, with the lines that are to be seen of each. */
export function visibleSections(
  sections: readonly SdpSection[],
  { folded, matches }: TreeState,
): { section: SdpSection; isOpen: boolean; lines: readonly SdpLine[] }[] {
  return sections.flatMap((section) => {
    const lines = matches === null ? section.lines : section.lines.filter(({ index }) => matches.has(index))
    if (lines.length === 0) return []
    // A search looks into folded sections too.
    const isOpen = matches !== null || !folded.has(section.index)
    return [{ section, isOpen, lines: isOpen ? lines : [] }]
  })
}

/** Every place that the arrow keys pass, in order. */
export function treeItems(sections: ReturnType<typeof visibleSections>, keys: readonly string[]): TreeItem[] {
  return sections.flatMap(({ section, lines }) => [
    { id: sectionId(section), section, line: null },
    ...lines.map((line) => ({ id: keys[line.index] ?? '', section, line })),
  ])
}

/** Name of a section's head among the places. */
export function sectionId({ index }: SdpSection): string {
  return `section ${String(index)}`
}

/** What a key asks for: another place, or a section to fold or unfold (WAI-ARIA, tree view). */
export type TreeMove = { to: string } | { fold: number }

const KEY_MOVES: Readonly<Record<string, (from: number, last: number) => number>> = {
  ArrowDown: (from, last) => Math.min(from + 1, last),
  ArrowUp: (from) => Math.max(from - 1, 0),
  PageDown: (from, last) => Math.min(from + 10, last),
  PageUp: (from) => Math.max(from - 10, 0),
  Home: () => 0,
  End: (_from, last) => last,
}

/** Where a key leads from a place; null for a key that means nothing there. */
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

/** So many lines are laid out, or skipped while out of sight, at a time. */
const CHUNK = 50

/** Cuts lines into stretches that the browser can skip while they are out of sight. */
export function chunksOf(lines: readonly SdpLine[]): SdpLine[][] {
  return Array.from({ length: Math.ceil(lines.length / CHUNK) }, (_none, at) =>
    lines.slice(at * CHUNK, (at + 1) * CHUNK),
  )
}
