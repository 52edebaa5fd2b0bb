import type { ByteReader, Reading } from './byteReader'
import { decimal, hexNumber, toHex, toNumber, toText } from './byteReader'
import { crc32 } from './crc32'
import { decodeAddress } from './stunAddress'
import { ATTRIBUTES, stunTypeName } from './stunNames'

type DecodeValue = (reader: ByteReader, of: string, message: StunMessage) => void

interface StunMessage {
  /** Magic cookie and transaction id; addresses are XORed with them. */
  readonly key: Uint8Array
  /** The message from its first byte. */
  readonly bytes: Uint8Array
}

const text: DecodeValue = (reader, of) => reader.take(reader.left(), 'text', toText, of)
const opaque: DecodeValue = (reader, of) => reader.take(reader.left(), 'opaque', toHex, of)
const plain: DecodeValue = (reader, of) => {
  decodeAddress(reader, of, null)
}
const xored: DecodeValue = (reader, of, { key }) => {
  decodeAddress(reader, of, key)
}

/** The CRC covers the message up to this attribute, and is XORed with "STUN" (RFC 8489 §14.7). */
function fingerprint(sent: Uint8Array, before: Uint8Array): Reading {
  const crc = crc32(before)
  const expected = (crc ^ 0x5354554e) >>> 0
  const isRight = toNumber(sent) === expected
  const value = `${hexNumber(toNumber(sent), 8)} ${isRight ? '✓' : '✗'}`
  return { value, work: [`CRC-32 ${hexNumber(crc, 8)} XOR 0x5354554e = ${hexNumber(expected, 8)}`] }
}

/** Protocol numbers of IP: TURN relays UDP, and TCP by an extension. */
function transportName(bytes: Uint8Array): string {
  const names: Record<number, string> = { 6: 'TCP', 17: 'UDP' }
  return `${decimal(bytes)} ${names[toNumber(bytes)] ?? ''}`.trim()
}

const VALUES: Readonly<Record<string, DecodeValue>> = {
  'MAPPED-ADDRESS': plain,
  'RESPONSE-ORIGIN': plain,
  'XOR-MAPPED-ADDRESS': xored,
  'XOR-PEER-ADDRESS': xored,
  'XOR-RELAYED-ADDRESS': xored,
  USERNAME: text,
  REALM: text,
  NONCE: text,
  SOFTWARE: text,
  PRIORITY: (reader, of) => reader.take(4, 'number', decimal, of),
  LIFETIME: (reader, of) => reader.take(4, 'lifetime', (bytes) => `${decimal(bytes)} s`, of),
  'MESSAGE-INTEGRITY': (reader, of) => reader.take(20, 'hmac', toHex, of),
  FINGERPRINT: (reader, of, { bytes }) => {
    const offset = bytes.length - reader.left() - 4
    reader.take(4, 'crc', (sent) => fingerprint(sent, bytes.subarray(0, offset)), of)
  },
  'ERROR-CODE': (reader, of) => {
    reader.take(2, 'reserved', toHex, of)
    reader.take(2, 'error-code', ([hundreds = 0, rest = 0]) => String(hundreds * 100 + rest), of)
    text(reader, of, { key: new Uint8Array(), bytes: new Uint8Array() })
  },
  'REQUESTED-TRANSPORT': (reader, of) => {
    reader.take(1, 'transport', transportName, of)
    reader.take(3, 'reserved', toHex, of)
  },
  'CHANNEL-NUMBER': (reader, of) => {
    reader.take(2, 'channel-number', (bytes) => hexNumber(toNumber(bytes), 4), of)
    reader.take(2, 'reserved', toHex, of)
  },
}

function decodeAttribute(reader: ByteReader, message: StunMessage): void {
  let of = ''
  const type = reader.take(2, 'attribute-type', (bytes) => {
    const code = hexNumber(toNumber(bytes), 4)
    of = ATTRIBUTES[toNumber(bytes)] ?? code
    return { value: `${of} (${code})`, of }
  })
  const length = type && reader.take(2, 'attribute-length', decimal, of)
  if (!length) return
  const size = toNumber(length)
  const decode = VALUES[of] ?? opaque
  reader.part(size, (part) => decode(part, of, withEnd(message, reader, size)), of)
  reader.take(Math.min(-size & 3, reader.left()), 'padding', toHex, of)
}

/** The message up to the end of this attribute's value, so that a value can find its position from the end. */
function withEnd({ key, bytes }: StunMessage, reader: ByteReader, size: number): StunMessage {
  return { key, bytes: bytes.subarray(0, bytes.length - reader.left() + size) }
}

/** A STUN or TURN message (RFC 8489 §5, RFC 8656); `bytes` are those that the reader has not read yet. */
export function decodeStun(reader: ByteReader, bytes: Uint8Array): void {
  reader.take(2, 'stun-type', (some) => `${stunTypeName(toNumber(some))} (${hexNumber(toNumber(some), 4)})`)
  const length = reader.take(2, 'stun-length', decimal)
  reader.take(4, 'stun-cookie', (some) => hexNumber(toNumber(some), 8))
  if (!reader.take(12, 'stun-transaction', toHex) || !length) return
  const key = bytes.subarray(4, 20)
  reader.part(toNumber(length), (body) => {
    const message = { key, bytes: bytes.subarray(0, 20 + body.left()) }
    while (body.left() > 0) decodeAttribute(body, message)
  })
}
