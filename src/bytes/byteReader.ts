import type { ByteRange } from './byteRange'
import type { RangeName } from './rangeNames'

/** What a decoder reads from the bytes it is given. */
export interface Reading {
  readonly value: string
  readonly work?: readonly string[]
  /** The attribute or extension, if these bytes name it. */
  readonly of?: string
}
type Describe = (bytes: Uint8Array) => string | Reading

/** Reads a packet from front to back. Its ranges cover every byte once, whatever the bytes are. */
export interface ByteReader {
  left: () => number
  /** The next byte without reading it; null at the end. */
  peek: () => number | null
  /** Reads `length` bytes as one range. If fewer are left, the rest becomes a `cut` range and the result is null. */
  take: (length: number, name: RangeName, describe: Describe, of?: string) => Uint8Array | null
  /** Lets a decoder read a part of fixed length; the bytes that it does not read become `unknown`. */
  part: (length: number, decode: (reader: ByteReader) => void, of?: string) => void
}

function createReader(bytes: Uint8Array, ranges: ByteRange[], start: number, end: number): ByteReader {
  let at = start

  function take(length: number, name: RangeName, describe: Describe, of?: string): Uint8Array | null {
    const isCut = at + length > end
    const to = isCut ? end : at + length
    const slice = bytes.subarray(at, to)
    const said = isCut ? `${String(slice.length)} / ${String(length)}` : describe(slice)
    if (slice.length > 0) {
      const reading = typeof said === 'string' ? { value: said } : said
      ranges.push({ from: at, to, name: isCut ? 'cut' : name, ...(of !== undefined && { of }), ...reading })
    }
    at = to
    return isCut ? null : slice
  }

  function part(length: number, decode: (reader: ByteReader) => void, of?: string): void {
    const partEnd = Math.min(at + length, end)
    const inner = createReader(bytes, ranges, at, partEnd)
    decode(inner)
    inner.take(inner.left(), 'unknown', toHex, of)
    at = partEnd
  }

  return { left: () => end - at, peek: () => (at < end ? (bytes[at] ?? null) : null), take, part }
}

/** Runs a decoder over a packet and returns its ranges, in order and without gaps. */
export function readRanges(bytes: Uint8Array, decode: (reader: ByteReader) => void): ByteRange[] {
  const ranges: ByteRange[] = []
  createReader(bytes, ranges, 0, bytes.length).part(bytes.length, decode)
  return ranges
}

/** Big-endian, like every number in these protocols; up to 6 bytes. */
export function toNumber(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

/** Bytes as pairs of hexadecimal digits, separated by spaces. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

/** `0x` and the number with `digits` hexadecimal digits. */
export function hexNumber(value: number, digits: number): string {
  return `0x${value.toString(16).padStart(digits, '0')}`
}

/** Bytes as text (UTF-8). */
export function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** The bytes of a text of hexadecimal digits without spaces. */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/** The number in decimal digits. */
export function decimal(bytes: Uint8Array): string {
  return String(toNumber(bytes))
}
