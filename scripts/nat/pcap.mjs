// Reads captures (classic little-endian pcap of Ethernet frames with IPv4) into UDP packets and TCP segments.

const FILE_HEADER = 24
const RECORD_HEADER = 16
const ETHERNET = 14
const UDP_HEADER = 8
const PROTOCOLS = /** @type {Record<number, 'udp' | 'tcp' | undefined>} */ ({ 6: 'tcp', 17: 'udp' })

/**
 * @typedef {object} Frame
 * @property {number} time milliseconds since 1970
 * @property {'udp' | 'tcp' | 'other'} protocol
 * @property {string} from `address:port`
 * @property {string} to
 * @property {number} sequence of TCP; 0 for others
 * @property {Buffer} payload
 */

/**
 * Every frame, in order; one without IPv4 is there with empty fields, so that positions are those of Wireshark. A
 * capture that was cut while it was written ends with its last whole frame.
 * @param {Buffer} file
 * @returns {Frame[]}
 */
export function readFrames(file) {
  /** @type {Frame[]} */
  const frames = []
  for (let at = FILE_HEADER; at + RECORD_HEADER <= file.length;) {
    const time = file.readUInt32LE(at) * 1_000 + file.readUInt32LE(at + 4) / 1_000
    const length = file.readUInt32LE(at + 8)
    const start = at + RECORD_HEADER
    at = start + length
    if (at > file.length) break
    frames.push({ time, ...readIp(file.subarray(start + ETHERNET, at)) })
  }
  return frames
}

/** @returns {Omit<Frame, 'time'>} */
function readIp(/** @type {Buffer} */ ip) {
  const none = /** @type {const} */ ({
    protocol: 'other',
    from: '',
    to: '',
    sequence: 0,
    payload: Buffer.alloc(0),
  })
  if (ip.length < 20 || ip.readUInt8(0) >> 4 !== 4) return none
  const protocol = PROTOCOLS[ip.readUInt8(9)]
  const inner = ip.subarray((ip.readUInt8(0) & 0x0f) * 4, ip.readUInt16BE(2))
  const needed = protocol === 'tcp' ? 20 : UDP_HEADER
  if (protocol === undefined || inner.length < needed) return none
  const ends = {
    from: `${ip.subarray(12, 16).join('.')}:${inner.readUInt16BE(0)}`,
    to: `${ip.subarray(16, 20).join('.')}:${inner.readUInt16BE(2)}`,
  }
  if (protocol === 'udp')
    return { protocol, ...ends, sequence: 0, payload: inner.subarray(UDP_HEADER, inner.readUInt16BE(4)) }
  const payload = inner.subarray((inner.readUInt8(12) >> 4) * 4)
  return { protocol, ...ends, sequence: inner.readUInt32BE(4), payload }
}
