/** Characters of a fragment in one QR code: with the page's address at most version 20, which a phone reads from a screen. */
const PART = 760

/** One part of a fragment, for a QR code of its own. */
export interface HandPart {
  /** From 1. */
  number: number
  of: number
  /** The same in all parts of one text. */
  id: string
  text: string
}

/** What is known of a text that comes in parts. */
export type PartsResult =
  { state: 'whole'; text: string } | { state: 'missing'; missing: number[]; of: number }

/** A fragment in parts, each a fragment of its own: `part=NUMBER.OF.ID.TEXT`. One that is short enough stays as it is. */
export function splitFragment(fragment: string, longest = PART): string[] {
  if (fragment.length <= longest) return [fragment]
  const of = Math.ceil(fragment.length / longest)
  // Parts of nearly the same length make codes of the same size.
  const length = Math.ceil(fragment.length / of)
  const id = checksum(fragment)
  return Array.from(
    { length: of },
    (_, index) =>
      `part=${index + 1}.${of}.${id}.${encodeURIComponent(fragment.slice(index * length, (index + 1) * length))}`,
  )
}

/** All parts in a text, in which there may be several. Never throws. */
export function readParts(text: string): HandPart[] {
  return [...text.matchAll(/(?<![\w-])part=(\d{1,2})\.(\d{1,2})\.([\da-z]{1,7})\.([\w.!~*'()%-]*)/g)].flatMap(
    ([, number, of, id = '', piece = '']) => {
      const part = { number: Number(number), of: Number(of), id, text: decode(piece) }
      return part.number >= 1 && part.number <= part.of && part.of >= 2 ? [part] : []
    },
  )
}

/** Adds parts to those that are known. The parts of another text take the place of the old ones. */
export function addParts(known: readonly HandPart[], added: readonly HandPart[]): HandPart[] {
  return added.reduce<HandPart[]>(
    (parts, part) => {
      const same = parts.filter(({ id, of }) => id === part.id && of === part.of)
      return [...same.filter(({ number }) => number !== part.number), part]
    },
    [...known],
  )
}

/** The whole text of parts that belong together, or which are missing. Damaged parts are missing, all of them. */
export function joinParts(parts: readonly HandPart[]): PartsResult {
  const of = parts[0]?.of ?? 0
  const numbers = Array.from({ length: of }, (_, index) => index + 1)
  const find = (number: number) => parts.find((part) => part.number === number)
  const missing = numbers.filter((number) => find(number) === undefined)
  if (missing.length > 0) return { state: 'missing', missing, of }
  const text = numbers.map((number) => find(number)?.text ?? '').join('')
  return checksum(text) === parts[0]?.id
    ? { state: 'whole', text }
    : { state: 'missing', missing: numbers, of }
}

/** FNV-1a with 32 bits: tells apart the parts of two texts, and a part that was changed by accident. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
