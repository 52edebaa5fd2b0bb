// Takes the packets of the byte view out of captures; how these were made is in lessons/packets/README.md.
// node scripts/packets.mjs lessons/packets/captures/*.pcap > lessons/packets/packets.json
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFrames } from './nat/pcap.mjs'

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

/** The frames of a capture as the byte view has them; `time` is milliseconds since the first. */
export function readCapture(/** @type {Buffer} */ file) {
  const frames = readFrames(file)
  const first = frames[0]?.time ?? 0
  return frames.map(({ time, from, to, payload }) => ({
    time: Math.round((time - first) * 10) / 10,
    from,
    to,
    hex: payload.toString('hex'),
  }))
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
