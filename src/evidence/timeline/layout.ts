import type { PromiseBar, TimelineItem } from './timelineItem'
import type { Section } from './sections'

/** Heights in px of the drawing's rows. */
export const HEIGHT = { section: 30, item: 26, gap: 22 }
/** Milliseconds from which a pause is marked. */
const PAUSE = 2_000
/** The most rows of one open section, and of all together: more would block the page. */
const MOST = { each: 400, all: 1_500 }

export interface DrawnRow {
  key: string
  /** Top of the row, in px. */
  y: number
  height: number
}

export interface SectionRow extends DrawnRow {
  kind: 'section'
  section: Section
  isOpen: boolean
  /** For a folded section: what was called and how long it took. */
  call: { name: string; took: number | null } | null
  /** Number of items that unfolding would show. */
  hidden: number
}

export interface ItemRow extends DrawnRow {
  kind: 'item'
  item: TimelineItem
  /** Whether it is one of several alike items that are shown one by one. */
  isMember: boolean
  isExpanded: boolean
}

export interface GapRow extends DrawnRow {
  kind: 'gap'
  /** Milliseconds without an event. */
  pause: number
}

export interface UndrawnRow extends DrawnRow {
  kind: 'undrawn'
  /** Number of earlier items, of a section or of a group, that are not drawn because there are too many. */
  count: number
}

export type Row = SectionRow | ItemRow | GapRow | UndrawnRow

/**
 * A promise with its position: from the middle of its call's row to its outcome's row, or to the end of the drawing.
 */
export interface DrawnBar extends PromiseBar {
  y: number
  height: number
}

export interface Layout {
  rows: readonly Row[]
  bars: readonly DrawnBar[]
  height: number
}

export interface Folding {
  isOpen(section: Section): boolean
  isExpanded(item: TimelineItem): boolean
}

/** What a link in a note calls an item: the event that it shows, by its API name. */
export function partName({ kind, name }: TimelineItem): string {
  return kind === 'change' && name.endsWith('State') ? `${name.toLowerCase()}change` : name
}

/** What links in a lesson's note may lead to: the items of the lesson's own section, by their rows' keys. */
export function partsOf({ rows }: Layout, lesson: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  let isOwn = false
  for (const row of rows) {
    if (row.kind === 'section') isOwn = row.section.id === lesson
    else if (row.kind === 'item' && isOwn) parts.set(row.key, partName(row.item))
  }
  return parts
}

/** Rows from top to bottom, evenly spaced whatever the time between them; long pauses are marked. */
export function layOut(
  sections: readonly Section[],
  promises: readonly PromiseBar[],
  { isOpen, isExpanded }: Folding,
): Layout {
  const rows: Row[] = []
  let y = 0
  let latest: number | null = null

  const most = Math.min(MOST.each, Math.floor(MOST.all / Math.max(1, sections.filter(isOpen).length)))

  function push(row: Omit<SectionRow, 'y'> | Omit<ItemRow, 'y'> | Omit<GapRow, 'y'> | Omit<UndrawnRow, 'y'>) {
    rows.push({ ...row, y })
    y += row.height
  }

  /** The newest items of one row, and the number of those before them. */
  function newest(key: string, items: readonly TimelineItem[]): readonly TimelineItem[] {
    const count = items.length - most
    if (count <= 0) return items
    push({ kind: 'undrawn', key: `undrawn ${key}`, height: HEIGHT.gap, count })
    return items.slice(count)
  }

  function pushPause(key: string, at: number) {
    const pause = latest === null ? 0 : at - latest
    if (pause >= PAUSE) push({ kind: 'gap', key: `gap ${key}`, height: HEIGHT.gap, pause })
    latest = at
  }

  function pushItem(item: TimelineItem, isMember: boolean) {
    const expanded = !isMember && isExpanded(item)
    push({ kind: 'item', key: item.id, height: HEIGHT.item, item, isMember, isExpanded: expanded })
    if (!expanded) return
    for (const member of newest(item.id, item.members))
      pushItem({ ...member, id: `${member.id} in ${item.id}` }, true)
  }

  for (const section of sections) {
    const { key, items, at, until } = section
    const open = isOpen(section)
    const call = open ? undefined : items.find(({ kind }) => kind === 'call' || kind === 'observe')
    const shown = open ? items : items.filter((item) => item.essential && item !== call)
    pushPause(key, at)
    push({
      kind: 'section',
      key: `section ${key}`,
      height: HEIGHT.section,
      section,
      isOpen: open,
      call: call === undefined ? null : { name: call.name, took: tookOf(call, promises) },
      hidden: items.length - shown.length - (call === undefined ? 0 : 1),
    })
    for (const item of newest(key, shown)) {
      pushPause(item.id, item.at)
      pushItem(item, false)
    }
    latest = until
  }
  return { rows, bars: drawBars(rows, promises, y), height: y }
}

function tookOf({ id }: TimelineItem, promises: readonly PromiseBar[]): number | null {
  return promises.find(({ from }) => from === id)?.took ?? null
}

function drawBars(rows: readonly Row[], promises: readonly PromiseBar[], end: number): DrawnBar[] {
  const middles = new Map(
    rows.flatMap((row) => (row.kind === 'item' ? [[row.item.id, row.y + row.height / 2] as const] : [])),
  )
  return promises.flatMap((bar) => {
    const y = middles.get(bar.from)
    if (y === undefined) return []
    const settled = bar.to === null ? end - 4 : (middles.get(bar.to) ?? y)
    return [{ ...bar, y, height: Math.max(8, settled - y) }]
  })
}
