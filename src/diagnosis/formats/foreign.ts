/** An object of a foreign file: any property may be absent, or anything. */
export type Foreign = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Foreign {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A property of its own: `__proto__` and `constructor` of a foreign object are never those of its prototype. */
export function field(value: unknown, ...names: string[]): unknown {
  if (!isObject(value)) return undefined
  const name = names.find((one) => Object.hasOwn(value, one) && value[one] !== undefined)
  return name === undefined ? undefined : value[name]
}

/** A property as text; numbers are written out. */
export function textField(value: unknown, ...names: string[]): string | null {
  const found = field(value, ...names)
  if (typeof found === 'number') return String(found)
  return typeof found === 'string' ? found : null
}

/** A property as a finite number, also where the file wrote it as text. */
export function numberField(value: unknown, ...names: string[]): number | null {
  const found = field(value, ...names)
  const number = typeof found === 'string' && found.trim() !== '' ? Number(found) : found
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** The JSON in a text; undefined if it is none. Never throws. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** A value that may be written as JSON in a text: `"\"stable\""`, `"{\"sdpMid\":…}"`. Other values as they are. */
export function unquote(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*(?:["{[]|null\s*$)/.test(value)) return value
  const inner = parseJson(value)
  return inner === undefined ? value : inner
}

/** Milliseconds since the epoch; null for what is none. Old files count microseconds. */
export function timeOf(value: unknown): number | null {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT/.test(value) ? timeOf(Date.parse(value)) : null
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return null
  const at = value > 1e14 ? value / 1_000 : value
  return at < 8.64e15 ? at : null
}

/** A page's address without query and fragment, which may hold tokens; null for what is none. */
export function pageOf(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > 4_096) return null
  try {
    const { protocol, origin, pathname } = new URL(address)
    if (protocol === 'http:' || protocol === 'https:') return `${origin}${pathname}`
    return protocol === 'blob:' ? null : `${protocol}//${pathname.replace(/^\/\//, '')}`
  } catch {
    return null
  }
}
