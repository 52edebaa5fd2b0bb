/**
 * A value as plain JSON. The inspector library's own serialization cuts lists of more than ten entries and drops a
 * whole message because of one BigInt. This one keeps everything, and writes a name for what JSON cannot express.
 */
export function toPlain<T>(value: T): T {
  const path: unknown[] = []

  function replace(this: unknown, _key: string, part: unknown): unknown {
    if (typeof part === 'bigint') return `${String(part)}n`
    if (typeof part === 'function') return `ƒ ${part.name}`.trimEnd()
    if (typeof part === 'symbol') return String(part)
    if (typeof part !== 'object' || part === null) return part
    // JSON.stringify() calls this with the containing object as `this`; deeper objects have been left.
    while (path.length > 0 && path.at(-1) !== this) path.pop()
    if (path.includes(part)) return '[circular]'
    path.push(part)
    if (part instanceof Error) return named({ name: part.name, message: part.message })
    if (part instanceof Map) return named(Object.fromEntries(part))
    if (part instanceof Set) return named([...(part as Set<unknown>)])
    return part
  }

  /** Remembers a replacement for an object: the object's parts follow as parts of the replacement. */
  function named<P>(stand: P): P {
    path.push(stand)
    return stand
  }

  return JSON.parse(JSON.stringify(value, replace)) as T
}
