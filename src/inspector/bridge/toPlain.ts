/**
 * A value as plain JSON. The inspector library's own way cuts lists of more than ten entries and gives up on a
 * whole message because of one BigInt; this one keeps all, and names what JSON has no word for.
 */
export function toPlain<T>(value: T): T {
  const path: unknown[] = []

  function replace(this: unknown, _key: string, part: unknown): unknown {
    if (typeof part === 'bigint') return `${String(part)}n`
    if (typeof part === 'function') return `ƒ ${part.name}`.trimEnd()
    if (typeof part === 'symbol') return String(part)
    if (typeof part !== 'object' || part === null) return part
    // JSON.stringify() calls this with the object it is in as `this`: what is deeper than that is left behind.
    while (path.length > 0 && path.at(-1) !== this) path.pop()
    if (path.includes(part)) return '[circular]'
    path.push(part)
    if (part instanceof Error) return named({ name: part.name, message: part.message })
    if (part instanceof Map) return named(Object.fromEntries(part))
    if (part instanceof Set) return named([...(part as Set<unknown>)])
    return part
  }

  /** What stands for an object is what its parts will be in. */
  function named<P>(stand: P): P {
    path.push(stand)
    return stand
  }

  return JSON.parse(JSON.stringify(value, replace)) as T
}
