import type { ByteRange } from './byteRange'
import type { ByteReader } from './byteReader'
import { decimal, hexNumber, readRanges, toHex, toNumber } from './byteReader'
import { decodeDtls } from './decodeDtls'
import { decodeRtp } from './decodeRtp'
import { decodeStun } from './decodeStun'
import { decodeTls, isTlsRecord } from './decodeTls'

export type Protocol = 'stun' | 'dtls' | 'turn-channel' | 'rtp' | 'unknown'

/** One port carries four protocols; the first byte distinguishes them (RFC 7983 §7). */
export function protocolOf(first: number): Protocol {
  if (first <= 3) return 'stun'
  if (first >= 20 && first <= 63) return 'dtls'
  if (first >= 64 && first <= 79) return 'turn-channel'
  return first >= 128 && first <= 191 ? 'rtp' : 'unknown'
}

/** Four bytes before a packet that a TURN server forwards (RFC 8656 §12.4). */
function decodeChannel(reader: ByteReader, bytes: Uint8Array): void {
  reader.take(2, 'channel-number', (some) => hexNumber(toNumber(some), 4), 'ChannelData')
  const length = reader.take(2, 'channel-length', decimal, 'ChannelData')
  if (!length) return
  reader.part(toNumber(length), (inner) => {
    // A channel message never contains another; without this check a hostile packet could nest without limit.
    if (protocolOf(inner.peek() ?? 255) !== 'turn-channel') decodeAny(inner, bytes.subarray(4))
  })
  reader.take(reader.left(), 'padding', toHex)
}

function decodeAny(reader: ByteReader, bytes: Uint8Array): void {
  const protocol = protocolOf(reader.peek() ?? 255)
  if (protocol === 'stun') decodeStun(reader, bytes)
  else if (protocol === 'dtls' && isTlsRecord(bytes)) decodeTls(reader)
  else if (protocol === 'dtls') decodeDtls(reader)
  else if (protocol === 'turn-channel') decodeChannel(reader, bytes)
  else if (protocol === 'rtp') decodeRtp(reader)
}

/** The ranges of a packet, in order. Every byte is in one of them, also when the packet is cut or invalid. */
export function decodePacket(bytes: Uint8Array): ByteRange[] {
  return readRanges(bytes, (reader) => {
    decodeAny(reader, bytes)
  })
}
