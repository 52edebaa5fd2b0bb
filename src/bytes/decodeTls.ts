import type { ByteReader } from './byteReader'
import { decimal, toNumber } from './byteReader'
import { CONTENT, named } from './decodeDtls'
import { versionName } from './tlsNames'

/** Whether the bytes are a record of TLS: its version begins with 3, that of DTLS with 254 (RFC 9147 §4). */
export function isTlsRecord(bytes: Uint8Array): boolean {
  const [first = 0, major = 0] = bytes
  return first >= 20 && first <= 23 && major === 3
}

/** The records of TLS: what TURN over TLS shows on the way (RFC 8446 §5.1). The content is not taken apart. */
export function decodeTls(reader: ByteReader): void {
  while (reader.left() > 0) {
    reader.take(1, 'dtls-type', named(CONTENT))
    reader.take(2, 'dtls-version', versionName)
    const length = reader.take(2, 'dtls-length', decimal)
    if (!length) return
    reader.part(toNumber(length), (body) => {
      body.take(body.left(), 'encrypted', ({ length: size }) => String(size))
    })
  }
}
