import type { ByteReader, Reading } from './byteReader'
import { decimal, hexNumber, toHex, toNumber } from './byteReader'

const COOKIE = 0x2112a442

function dotted(bytes: Uint8Array): string {
  return bytes.join('.')
}

/** The eight groups of an IPv6 address, not shortened. */
function groups(bytes: Uint8Array): string {
  return Array.from({ length: bytes.length / 2 }, (_, index) =>
    toNumber(bytes.subarray(index * 2, index * 2 + 2)).toString(16),
  ).join(':')
}

function xorPort(bytes: Uint8Array): Reading {
  const sent = toNumber(bytes)
  const port = sent ^ (COOKIE >>> 16)
  const work = `${hexNumber(sent, 4)} XOR ${hexNumber(COOKIE >>> 16, 4)} = ${hexNumber(port, 4)} = ${String(port)}`
  return { value: String(port), work: [work] }
}

/** The address without the XOR: IPv4 with the cookie, IPv6 with the cookie and the transaction id (RFC 8489 §14.2). */
function xorAddress(bytes: Uint8Array, key: Uint8Array): Reading {
  const plain = bytes.map((byte, index) => byte ^ (key[index] ?? 0))
  const value = bytes.length === 4 ? dotted(plain) : groups(plain)
  const hex = (some: Uint8Array) => `0x${toHex(some).replaceAll(' ', '')}`
  const work = `${hex(bytes)} XOR ${hex(key.subarray(0, bytes.length))} = ${hex(plain)}`
  return { value, work: bytes.length === 4 ? [work, `${toHex(plain)} = ${value}`] : [work] }
}

/** Family, port and address, plain (RFC 8489 §14.1) or XORed with `key`, the cookie and the transaction id. */
export function decodeAddress(reader: ByteReader, of: string, key: Uint8Array | null): void {
  reader.take(1, 'reserved', toHex, of)
  const family = reader.take(1, 'address-family', (bytes) => (bytes[0] === 2 ? 'IPv6' : 'IPv4'), of)
  const length = family?.[0] === 2 ? 16 : 4
  if (key) {
    reader.take(2, 'xor-port', xorPort, of)
    reader.take(length, 'xor-address', (bytes) => xorAddress(bytes, key), of)
    return
  }
  reader.take(2, 'port', decimal, of)
  reader.take(length, 'address', (bytes) => (length === 4 ? dotted(bytes) : groups(bytes)), of)
}
