// Divides TCP into the messages of TURN (RFC 8656 §3.1) or the records of TLS (RFC 8446 §5.1).

/** @import { Frame } from './pcap.mjs' */

/** How long the message is that begins these bytes; null if too few of them have come. */
function messageLength(/** @type {Buffer} */ bytes) {
  if (bytes.length < 5) return null
  const first = bytes.readUInt8(0)
  // STUN: twenty bytes and what the header says.
  if (first <= 3) return 20 + bytes.readUInt16BE(2)
  // ChannelData over a stream is padded to four bytes (RFC 8656 §12.5).
  if (first >= 64 && first <= 79) return 4 + Math.ceil(bytes.readUInt16BE(2) / 4) * 4
  // A record of TLS.
  return 5 + bytes.readUInt16BE(3)
}

/** Whether a TCP port is the one of TURN over TLS. */
export const isTls = (/** @type {Pick<Frame, 'from' | 'to'>} */ { from, to }) =>
  from.endsWith(':443') || to.endsWith(':443')

/**
 * The messages of every TCP stream, each with the time of the segment that completed it. Segments that come twice count
 * once; after a gap a stream is not read further.
 * @param {readonly Frame[]} frames
 * @returns {Frame[]}
 */
export function readStreams(frames) {
  /** @type {Map<string, { next: number, rest: Buffer }>} */
  const streams = new Map()
  return frames.flatMap((frame) => {
    if (frame.protocol !== 'tcp' || frame.payload.length === 0) return []
    const key = `${frame.from} ${frame.to}`
    const stream = streams.get(key) ?? { next: frame.sequence, rest: Buffer.alloc(0) }
    if (frame.sequence !== stream.next) return []
    let rest = Buffer.concat([stream.rest, frame.payload])
    /** @type {Frame[]} */
    const messages = []
    for (let size = messageLength(rest); size !== null && size <= rest.length; size = messageLength(rest)) {
      messages.push({ ...frame, payload: rest.subarray(0, size) })
      rest = rest.subarray(size)
    }
    streams.set(key, { next: (stream.next + frame.payload.length) % 2 ** 32, rest })
    return messages
  })
}
