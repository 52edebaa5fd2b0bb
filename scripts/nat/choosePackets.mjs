// Makes the packets of a recording out of the captures of several places: each packet once, with every place that saw it.

import { isTls, readStreams } from './streams.mjs'

/** @import { Frame } from './pcap.mjs' */
/** @typedef {'caller' | 'caller-nat' | 'callee-nat' | 'callee'} PlaceName inside, or outside its NAT */
/** @typedef {{ place: PlaceName, from: string, to: string }} Sighting */
/** @typedef {{ at: number, transport: 'udp' | 'tcp' | 'tls', seen: Sighting[], hex: string }} Packet */

/** Milliseconds between the first and the last place that sees a packet. */
const TRAVEL = 400
/** How many packets alike are kept: a check is repeated many times, and a call is checked while it lasts. */
const ALIKE = 3
/** Bytes of a packet that are kept: a handshake of DTLS fits, and what is longer teaches nothing more. */
const MOST_BYTES = 1_500

/**
 * What kind of packet it is, by its first bytes (RFC 7983 §7); null for media and for other protocols.
 * @returns {string | null}
 */
function kindOf(/** @type {Buffer} */ bytes, isTlsRecord = false) {
  const first = bytes[0] ?? 255
  if (isTlsRecord) return first >= 20 && first <= 23 ? `tls ${first}` : null
  if (first <= 3 && bytes.length >= 20 && bytes.readUInt32BE(4) === 0x2112a442)
    return `stun ${bytes.readUInt16BE(0)}`
  if (first >= 20 && first <= 63) return `dtls ${first}`
  if (first >= 64 && first <= 79 && bytes.length > 4) {
    const inner = kindOf(bytes.subarray(4))
    return inner === null ? null : `channel ${inner}`
  }
  return null
}

/** The messages over UDP, and those inside TCP streams. */
function messagesOf(/** @type {readonly Frame[]} */ frames) {
  return [...frames.filter(({ protocol }) => protocol === 'udp'), ...readStreams(frames)]
}

/**
 * `began`: when the call began, in milliseconds since 1970; times in a recording count from there.
 * @param {Partial<Record<PlaceName, readonly Frame[]>>} captures
 * @param {{ began: number, ended: number }} call
 * @returns {Packet[]}
 */
export function choosePackets(captures, { began, ended }) {
  const sightings = Object.entries(captures).flatMap(([place, frames]) =>
    messagesOf(frames).map((frame) => ({ ...frame, place: /** @type {PlaceName} */ (place) })),
  )
  /** @type {(Packet & { kind: string })[]} */
  const packets = []
  for (const { place, time, protocol, from, to, payload } of sightings.sort((a, b) => a.time - b.time)) {
    const isTlsRecord = protocol === 'tcp' && isTls({ from, to })
    const kind = kindOf(payload, isTlsRecord)
    if (kind === null || time < began || time > ended) continue
    const at = Math.round((time - began) * 1_000) / 1_000
    const hex = payload.subarray(0, MOST_BYTES).toString('hex')
    const seen = { place, from, to }
    // TCP is put together at each place by itself, and a NAT may divide it otherwise: only UDP is followed.
    const known = packets.findLast(
      (packet) =>
        packet.transport === 'udp' &&
        packet.hex === hex &&
        at - packet.at < TRAVEL &&
        packet.seen.every((one) => one.place !== place),
    )
    if (protocol === 'udp' && known) known.seen.push(seen)
    else if (protocol === 'udp' || place === 'caller' || place === 'callee')
      packets.push({
        at,
        transport: protocol === 'udp' ? 'udp' : isTlsRecord ? 'tls' : 'tcp',
        seen: [seen],
        hex,
        kind,
      })
  }
  const alike = new Map()
  return packets.flatMap(({ kind, ...packet }) => {
    const [first] = packet.seen
    const places = packet.seen.map(({ place }) => place).join(' ')
    const key = `${kind} ${first?.from} ${first?.to} ${places}`
    alike.set(key, (alike.get(key) ?? 0) + 1)
    return alike.get(key) > ALIKE ? [] : [packet]
  })
}
