/** A list that grows and changes with the events of a trace, and can be read as it was at any moment. */
export interface Journal<Item> {
  /** Adds an item with the event at `index`, and returns its position in the list. */
  add(item: Item, index: number): number
  /** The newest version of an item. */
  newest(place: number): Item
  /** Replaces an item with the event at `index`; earlier moments keep the version before. */
  change(place: number, item: Item, index: number): void
  /** The list after so many events. Items that have not changed are the same objects every time. */
  at(length: number): Item[]
}

/** One version of an item, and the index of the event that made it. */
interface Version<Item> {
  readonly since: number
  readonly item: Item
}

/** Creates an empty journal. The indexes that it is given must not decrease. */
export function createJournal<Item>(): Journal<Item> {
  const places: [Version<Item>, ...Version<Item>[]][] = []

  const versionsOf = (place: number) => {
    const versions = places[place]
    if (versions === undefined) throw new RangeError(`no item at ${String(place)}`)
    return versions
  }

  return {
    add(item, index) {
      places.push([{ since: index, item }])
      return places.length - 1
    },
    newest: (place) => (versionsOf(place).at(-1) as Version<Item>).item,
    change(place, item, index) {
      const versions = versionsOf(place)
      if (versions.at(-1)?.since === index) versions.pop()
      versions.push({ since: index, item })
    },
    at(length) {
      const items: Item[] = []
      for (const versions of places) {
        if (versions[0].since >= length) break
        let place = versions.length - 1
        while ((versions[place] as Version<Item>).since >= length) place -= 1
        items.push((versions[place] as Version<Item>).item)
      }
      return items
    },
  }
}
