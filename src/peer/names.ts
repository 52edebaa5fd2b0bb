export interface Names<T extends object> {
  /** The id of an object; a new object gets the next free one. */
  nameOf(thing: T): string
  /** Throws a NotFoundError if no object has that id. */
  find(name: string): T
}

/** Ids for objects of the browser, in the order in which they are first seen: `channel-0`, `channel-1`, … */
export function createNames<T extends object>(prefix: string): Names<T> {
  const things: T[] = []
  return {
    nameOf(thing) {
      const known = things.indexOf(thing)
      return `${prefix}-${String(known === -1 ? things.push(thing) - 1 : known)}`
    },
    find(name) {
      const thing = things.find((_, index) => `${prefix}-${String(index)}` === name)
      if (thing === undefined) throw new DOMException(`Nothing is called ${name}.`, 'NotFoundError')
      return thing
    },
  }
}
