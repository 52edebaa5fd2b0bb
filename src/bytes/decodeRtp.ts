import type { ByteReader } from './byteReader'
import { decimal, hexNumber, toHex, toNumber, toText } from './byteReader'

/** Header extensions by the number that the SDP of the captured call gave them (a=extmap). */
const EXTMAP: Readonly<Record<number, string>> = {
  1: 'ssrc-audio-level',
  2: 'abs-send-time',
  3: 'transport-wide-cc',
  4: 'sdes:mid',
}
/** `BE DE`: one byte before each extension says number and length (RFC 8285 §4.2). */
const ONE_BYTE = 0xbede
/** SRTP_AES128_CM_HMAC_SHA1_80, as this call agreed on: 80 bits (RFC 5764 §4.1.2). */
const AUTH_TAG = 10

function describeExtension(of: string, bytes: Uint8Array): string {
  const number = toNumber(bytes)
  switch (of) {
    case 'ssrc-audio-level':
      return `V=${String(number >> 7)} −${String(number & 127)} dBov`
    case 'abs-send-time':
      return `${(number / 2 ** 18).toFixed(3)} s`
    case 'sdes:mid':
      return toText(bytes)
    default:
      return String(number)
  }
}

function decodeExtension(reader: ByteReader): void {
  if (reader.peek() === 0) {
    reader.take(1, 'padding', toHex)
    return
  }
  const first = reader.peek() ?? 0
  const of = EXTMAP[first >> 4] ?? `extmap ${String(first >> 4)}`
  const length = (first & 15) + 1
  reader.take(1, 'rtp-extension-header', () => `id ${String(first >> 4)}, ${String(length)}`, of)
  reader.take(length, 'rtp-extension-data', (bytes) => describeExtension(of, bytes), of)
}

/** An RTP packet as a call sends it: a readable header, an encrypted payload (RFC 3550 §5.1, RFC 3711). */
export function decodeRtp(reader: ByteReader): void {
  const first = reader.take(1, 'rtp-first', ([byte = 0]) => {
    const [padding, extension] = [(byte >> 5) & 1, (byte >> 4) & 1]
    return `V=${String(byte >> 6)} P=${String(padding)} X=${String(extension)} CC=${String(byte & 15)}`
  })
  reader.take(1, 'rtp-marker-type', ([byte = 0]) => `M=${String(byte >> 7)} PT=${String(byte & 127)}`)
  reader.take(2, 'rtp-sequence', decimal)
  reader.take(4, 'rtp-timestamp', decimal)
  reader.take(4, 'rtp-source', (bytes) => hexNumber(toNumber(bytes), 8))
  const bits = first?.[0] ?? 0
  for (let source = 0; source < (bits & 15) && reader.left() > 0; source++) {
    reader.take(4, 'rtp-source', (bytes) => hexNumber(toNumber(bytes), 8), 'CSRC')
  }
  if (bits & 0x10) {
    const profile = reader.take(2, 'rtp-profile', (bytes) => hexNumber(toNumber(bytes), 4))
    const words = reader.take(2, 'rtp-extension-length', (bytes) => `${decimal(bytes)} × 4`)
    const isOneByte = profile !== null && toNumber(profile) === ONE_BYTE
    reader.part(words ? toNumber(words) * 4 : 0, (part) => {
      while (isOneByte && part.left() > 0) decodeExtension(part)
    })
  }
  reader.take(Math.max(0, reader.left() - AUTH_TAG), 'encrypted', ({ length }) => String(length))
  reader.take(reader.left(), 'auth-tag', toHex)
}
