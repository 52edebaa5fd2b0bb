// Says what a UDP packet of a call is, from the bytes that are not encrypted (RFC 7983, RFC 3550, RFC 4585).

/**
 * @typedef {{ kind: 'stun' | 'dtls' | 'other', bytes: number }
 *   | { kind: 'rtp', bytes: number, type: number, seq: number, time: number, ssrc: number, marker: boolean }
 *   | { kind: 'rtcp', bytes: number, type: number, format: number }} PacketKind
 */

/**
 * The first byte tells the protocols apart; RTP and RTCP by the second (RFC 5761 §4).
 * @param {Buffer} bytes
 * @returns {PacketKind}
 */
export function describePacket(bytes) {
  const first = bytes[0] ?? 255
  const length = bytes.length
  if (first < 4) return { kind: 'stun', bytes: length }
  if (first >= 20 && first < 64) return { kind: 'dtls', bytes: length }
  if (first < 128 || first > 191 || length < 12) return { kind: 'other', bytes: length }
  const second = bytes.readUInt8(1)
  if (second >= 192 && second <= 223) return { kind: 'rtcp', bytes: length, type: second, format: first & 31 }
  return {
    kind: 'rtp',
    bytes: length,
    type: second & 127,
    seq: bytes.readUInt16BE(2),
    time: bytes.readUInt32BE(4),
    ssrc: bytes.readUInt32BE(8),
    marker: second > 127,
  }
}
