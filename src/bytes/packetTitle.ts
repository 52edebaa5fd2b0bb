import { CONTENT, HANDSHAKE } from './decodeDtls'
import { protocolOf } from './decodePacket'
import { stunTypeName } from './stunNames'
import { hexNumber, toNumber } from './byteReader'
import { isTlsRecord } from './decodeTls'

/** Types of attributes. */
const ERROR_CODE = 0x0009
const USE_CANDIDATE = 0x0025

/** Where the value of an attribute of a STUN message begins; null if it has none of this type. */
function findAttribute(bytes: Uint8Array, type: number): number | null {
  for (let at = 20; at + 4 <= bytes.length;) {
    if (toNumber(bytes.subarray(at, at + 2)) === type) return at + 4
    at += 4 + Math.ceil(toNumber(bytes.subarray(at + 2, at + 4)) / 4) * 4
  }
  return null
}

function stunTitle(bytes: Uint8Array): string {
  const name = stunTypeName(toNumber(bytes.subarray(0, 2)))
  const error = findAttribute(bytes, ERROR_CODE)
  if (error !== null && error + 4 <= bytes.length)
    return `${name} ${String((bytes[error + 2] ?? 0) * 100 + (bytes[error + 3] ?? 0))}`
  return findAttribute(bytes, USE_CANDIDATE) === null ? name : `${name}, USE-CANDIDATE`
}

function recordTitle(bytes: Uint8Array, protocol: 'DTLS' | 'TLS', header: number): string {
  const [type = 0] = bytes
  if (type !== 22) return `${protocol} ${CONTENT[type] ?? 'ciphertext'}`
  return `${protocol} ${HANDSHAKE[bytes[header] ?? 0] ?? 'handshake'}`
}

/** What a packet is, in the words of its protocol, which are the same in every language. */
export function packetTitle(bytes: Uint8Array): string {
  switch (protocolOf(bytes[0] ?? 255)) {
    case 'stun':
      return stunTitle(bytes)
    case 'dtls':
      return isTlsRecord(bytes) ? recordTitle(bytes, 'TLS', 5) : recordTitle(bytes, 'DTLS', 13)
    case 'turn-channel': {
      const inner = bytes.subarray(4)
      const channel = `ChannelData ${hexNumber(toNumber(bytes.subarray(0, 2)), 4)}`
      // A channel message never contains another.
      return inner.length === 0 || protocolOf(inner[0] ?? 255) === 'turn-channel'
        ? channel
        : `${channel} · ${packetTitle(inner)}`
    }
    case 'rtp':
      return 'RTP'
    case 'unknown':
      return '?'
  }
}
