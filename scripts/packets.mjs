// Takes the packets of the byte view out of captures; how these were made is in lessons/packets/README.md.
// node scripts/packets.mjs lessons/packets/captures/*.pcap > lessons/packets/packets.json
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The frame of the capture for each id; frames are counted from 1, as in Wireshark. */
const WANTED = [
  { id: 'binding-request', capture: 'cone-cone-stun-alice', frame: 13 },
  { id: 'binding-response', capture: 'cone-cone-stun-alice', frame: 14 },
  { id: 'ice-check', capture: 'cone-cone-stun-alice', frame: 16 },
  { id: 'ice-check-response', capture: 'cone-cone-stun-alice', frame: 17 },
  { id: 'allocate', capture: 'cone-cone-relay-alice', frame: 15 },
  { id: 'allocate-401', capture: 'cone-cone-relay-alice', frame: 16 },
  { id: 'allocate-signed', capture: 'cone-cone-relay-alice', frame: 17 },
  { id: 'allocate-success', capture: 'cone-cone-relay-alice', frame: 18 },
  { id: 'channel-bind', capture: 'cone-cone-relay-alice', frame: 29 },
  { id: 'channel-data', capture: 'cone-cone-relay-alice', frame: 49 },
  { id: 'client-hello', capture: 'cone-cone-stun-alice', frame: 22 },
  { id: 'dtls-record', capture: 'cone-cone-stun-alice', frame: 28 },
  { id: 'rtp', capture: 'one-machine-media', frame: 20 },
]

const FILE_HEADER = 24
const RECORD_HEADER = 16
const ETHERNET = 14
const UDP_HEADER = 8

/** Payloads of the UDP packets in a classic little-endian pcap of Ethernet frames. */
export function readCapture(/** @type {Buffer} */ file) {
  const frames = []
  let first = 0
  for (let at = FILE_HEADER; at + RECORD_HEADER <= file.length;) {
    const seconds = file.readUInt32LE(at) + file.readUInt32LE(at + 4) / 1e6
    const length = file.readUInt32LE(at + 8)
    const ip = file.subarray(at + RECORD_HEADER + ETHERNET, at + RECORD_HEADER + length)
    const udp = ip.subarray((ip.readUInt8(0) & 0x0f) * 4)
    first ||= seconds
    frames.push({
      time: Math.round((seconds - first) * 1e4) / 10,
      from: `${ip.subarray(12, 16).join('.')}:${udp.readUInt16BE(0)}`,
      to: `${ip.subarray(16, 20).join('.')}:${udp.readUInt16BE(2)}`,
      hex: udp.subarray(UDP_HEADER, udp.readUInt16BE(4)).toString('hex'),
    })
    at += RECORD_HEADER + length
  }
  return frames
}

/** The wanted packets, in order; `time` is milliseconds since the capture began. */
export function extractPackets(/** @type {string[]} */ paths) {
  const captures = new Map(paths.map((path) => [basename(path, '.pcap'), readCapture(readFileSync(path))]))
  return WANTED.map(({ id, capture, frame }) => {
    const found = captures.get(capture)?.[frame - 1]
    if (!found) throw new Error(`no frame ${frame} of ${capture}.pcap for ${id}`)
    return { id, capture, frame, ...found }
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(extractPackets(process.argv.slice(2)), null, 2))
}
