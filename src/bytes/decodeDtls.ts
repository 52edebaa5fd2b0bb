import type { ByteReader } from './byteReader'
import { decimal, hexNumber, toHex, toNumber } from './byteReader'
import { decodeClientHello } from './clientHello'
import { versionName } from './tlsNames'

/** The content types of records, of DTLS and of TLS (RFC 8446 §B.1). */
export const CONTENT: Readonly<Record<number, string>> = {
  20: 'change_cipher_spec',
  21: 'alert',
  22: 'handshake',
  23: 'application_data',
}
export const HANDSHAKE: Readonly<Record<number, string>> = {
  1: 'ClientHello',
  2: 'ServerHello',
  11: 'Certificate',
}
const CLIENT_HELLO = 1

/** Describes a number by its name. */
export function named(names: Readonly<Record<number, string>>) {
  return (bytes: Uint8Array) => `${names[toNumber(bytes)] ?? ''} (${decimal(bytes)})`.trim()
}

/** A handshake message, or a fragment of one (RFC 9147 §5.2). */
function decodeHandshake(reader: ByteReader): void {
  const type = reader.take(1, 'handshake-type', named(HANDSHAKE))
  reader.take(3, 'handshake-length', decimal)
  reader.take(2, 'handshake-sequence', decimal)
  const offset = reader.take(3, 'fragment-offset', decimal)
  reader.take(3, 'fragment-length', decimal)
  const isStart = type && offset && toNumber(type) === CLIENT_HELLO && toNumber(offset) === 0
  if (isStart) decodeClientHello(reader)
}

/** A record in plain text, before keys are agreed (RFC 9147 §4, the header of DTLS 1.2). */
function decodePlain(reader: ByteReader): void {
  const type = reader.take(1, 'dtls-type', named(CONTENT))
  reader.take(2, 'dtls-version', versionName)
  reader.take(2, 'dtls-epoch', decimal)
  reader.take(6, 'dtls-sequence', decimal)
  const length = reader.take(2, 'dtls-length', decimal)
  if (!type || !length) return
  reader.part(toNumber(length), (body) => {
    if (toNumber(type) === 22) decodeHandshake(body)
  })
}

/** An encrypted record of DTLS 1.3; its first byte says which fields follow (RFC 9147 §4). */
function decodeUnified(reader: ByteReader): void {
  const flags = reader.take(
    1,
    'dtls13-flags',
    ([byte = 0]) => `001 + ${(byte & 31).toString(2).padStart(5, '0')}`,
  )
  const bits = flags?.[0] ?? 0
  if (bits & 0x10) reader.take(Math.min(reader.left(), 1), 'opaque', toHex)
  reader.take(bits & 0x08 ? 2 : 1, 'dtls13-sequence', (bytes) => hexNumber(toNumber(bytes), bytes.length * 2))
  const length = bits & 0x04 ? reader.take(2, 'dtls-length', decimal) : null
  reader.take(length ? toNumber(length) : reader.left(), 'encrypted', ({ length: size }) => String(size))
}

/** The DTLS records of one packet. */
export function decodeDtls(reader: ByteReader): void {
  while (reader.left() > 0) {
    if (((reader.peek() ?? 0) & 0xe0) === 0x20) decodeUnified(reader)
    else decodePlain(reader)
  }
}
