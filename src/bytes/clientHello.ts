import type { ByteReader } from './byteReader'
import { decimal, toHex, toNumber } from './byteReader'
import type { RangeName } from './rangeNames'
import { EXTENSIONS, GROUPS, SUITES, listNames, versionName } from './tlsNames'

const PROFILES: Readonly<Record<number, string>> = {
  0x0001: 'SRTP_AES128_CM_HMAC_SHA1_80',
  0x0007: 'SRTP_AEAD_AES_128_GCM',
  0x0008: 'SRTP_AEAD_AES_256_GCM',
}

/** The value of an extension if it fits on a line; otherwise its bytes. */
function describeExtension(name: string, bytes: Uint8Array): string {
  switch (name) {
    case 'supported_groups':
      return listNames(bytes.subarray(2), GROUPS)
    case 'supported_versions':
      return [1, 3, 5]
        .filter((at) => at + 2 <= bytes.length)
        .map((at) => versionName(bytes.subarray(at, at + 2)))
        .join(', ')
    case 'use_srtp':
      return listNames(bytes.subarray(2, 2 + toNumber(bytes.subarray(0, 2))), PROFILES)
    default:
      return toHex(bytes)
  }
}

/** Reads a length, then that many bytes. */
function sized(reader: ByteReader, width: number, name: RangeName, describe: (bytes: Uint8Array) => string) {
  const size = reader.take(width, 'size', decimal)
  if (size) reader.take(toNumber(size), name, describe)
}

function decodeExtension(reader: ByteReader): void {
  let of = ''
  const type = reader.take(2, 'extension-type', (bytes) => {
    of = EXTENSIONS[toNumber(bytes)] ?? decimal(bytes)
    return { value: `${of} (${decimal(bytes)})`, of }
  })
  const length = type && reader.take(2, 'extension-length', decimal, of)
  if (length) reader.take(toNumber(length), 'extension-data', (bytes) => describeExtension(of, bytes), of)
}

/** The ClientHello: what the DTLS client proposes, including its list of extensions (RFC 9147 §5.3). */
export function decodeClientHello(reader: ByteReader): void {
  reader.take(2, 'hello-version', versionName)
  reader.take(32, 'hello-random', toHex)
  sized(reader, 1, 'session-id', toHex)
  sized(reader, 1, 'cookie', toHex)
  sized(reader, 2, 'cipher-suites', (bytes) => listNames(bytes, SUITES))
  sized(reader, 1, 'compression', toHex)
  reader.take(2, 'size', decimal)
  while (reader.left() > 0) decodeExtension(reader)
}
