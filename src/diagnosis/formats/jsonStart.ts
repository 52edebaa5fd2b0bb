/** JSON of a file, and whether all of it was there. `value` is undefined where nothing could be read. */
export interface JsonStart {
  readonly value: unknown
  readonly isWhole: boolean
}

const LITERAL = /true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SPACE = /\s*/y

/**
 * Parses JSON. If its end is missing, or a part of it is damaged, gives what comes before: the text is cut behind the
 * last whole value, and the open objects and arrays are closed. Never throws.
 */
export function readJsonStart(text: string): JsonStart {
  try {
    return { value: JSON.parse(text) as unknown, isWhole: true }
  } catch {
    // Below.
  }
  try {
    return { value: JSON.parse(closed(text)) as unknown, isWhole: false }
  } catch {
    return { value: undefined, isWhole: false }
  }
}

/** The longest beginning of a text that can be closed. */
function closed(text: string): string {
  const open: ('{' | '[')[] = []
  /** The end of the last whole value, and how deep it lies. */
  let safe = 0
  let depth = 0
  let at = skip(text, 0)
  /** What may come next: a value, a name of an object, or what follows a value. */
  let next: 'value' | 'name' | 'after' = 'value'
  for (;;) {
    const sign = text[at]
    if (sign === undefined) break
    if (next === 'after') {
      if (open.length === 0) break
      if (sign === ',') next = open.at(-1) === '{' ? 'name' : 'value'
      else if (sign === (open.at(-1) === '{' ? '}' : ']')) open.pop()
      else break
      at += 1
      if (sign !== ',') [safe, depth] = [at, open.length]
    } else if (next === 'name' && sign === '}' && isEmptyAt(text, at)) {
      next = 'after'
    } else if (next === 'name') {
      const end = sign === '"' ? endOfString(text, at) : -1
      const colon = end < 0 ? -1 : skip(text, end)
      if (colon < 0 || text[colon] !== ':') break
      at = colon + 1
      next = 'value'
    } else if (sign === '{' || sign === '[') {
      open.push(sign)
      at += 1
      ;[safe, depth] = [at, open.length]
      next = sign === '{' ? 'name' : text[skip(text, at)] === ']' ? 'after' : 'value'
    } else {
      const end = sign === '"' ? endOfString(text, at) : endOfLiteral(text, at)
      if (end < 0) break
      at = end
      ;[safe, depth] = [at, open.length]
      next = 'after'
    }
    at = skip(text, at)
  }
  const ends = open.slice(0, depth).map((sign) => (sign === '{' ? '}' : ']'))
  return text.slice(0, safe) + ends.reverse().join('')
}

function skip(text: string, at: number): number {
  SPACE.lastIndex = at
  SPACE.test(text)
  return SPACE.lastIndex
}

function isEmptyAt(text: string, at: number): boolean {
  return /\{\s*$/.test(text.slice(Math.max(0, at - 200), at))
}

/** The place behind the closing quote; -1: there is none. */
function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text[end - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return end + 1
  }
  return -1
}

function endOfLiteral(text: string, at: number): number {
  LITERAL.lastIndex = at
  // A number at the very end may go on.
  return LITERAL.test(text) && LITERAL.lastIndex < text.length ? LITERAL.lastIndex : -1
}
