import { createJournal } from '../../trace/journal'
import type { TracedConnection } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'
import { newItem } from './timelineItem'
import type { ItemLine, TimelineItem } from './timelineItem'

/** The items of a timeline, as they were at any moment. */
export interface ItemJournal {
  /** Adds an item for the event that is read, and returns its position. */
  add(event: TraceEvent, connection: TracedConnection, line: ItemLine, more?: Partial<TimelineItem>): number
  newest(place: number): TimelineItem
  change(place: number, change: Partial<TimelineItem>): void
  /** Adds the event that is read to the events of an item. */
  attach(place: number, event: TraceEvent): void
  at(length: number): TimelineItem[]
}

interface Attached {
  readonly index: number
  readonly event: TraceEvent
}

/**
 * Creates an empty journal of items. `now` returns the index of the event that is read. Attached events are kept
 * beside their item: thousands may belong to one, and a version for each would hold all before it.
 */
export function createItemJournal(now: () => number): ItemJournal {
  const items = createJournal<TimelineItem>()
  const attached = new Map<number, Attached[]>()
  /** For each item with attached events what it was last, so that an unchanged one stays the same object. */
  const last = new Map<number, { item: TimelineItem; count: number; whole: TimelineItem }>()

  function withEvents(place: number, item: TimelineItem, length: number): TimelineItem {
    const more = attached.get(place) ?? []
    let count = more.length
    while (count > 0 && (more[count - 1] as Attached).index >= length) count -= 1
    if (count === 0) return item
    const before = last.get(place)
    if (before?.item === item && before.count === count) return before.whole
    const whole = { ...item, events: [...item.events, ...more.slice(0, count).map(({ event }) => event)] }
    last.set(place, { item, count, whole })
    return whole
  }

  return {
    add: (event, connection, line, more = {}) =>
      items.add({ ...newItem(event, connection, line), ...more }, now()),
    newest: items.newest,
    change(place, change) {
      items.change(place, { ...items.newest(place), ...change }, now())
    },
    attach(place, event) {
      const more = attached.get(place)
      if (more === undefined) attached.set(place, [{ index: now(), event }])
      else more.push({ index: now(), event })
    },
    at(length) {
      const list = items.at(length)
      for (const place of attached.keys()) {
        const item = list[place]
        if (item !== undefined) list[place] = withEvents(place, item, length)
      }
      return list
    },
  }
}
