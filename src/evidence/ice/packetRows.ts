import type { CallFrame } from '../../session/callFrame'
import { fromHex } from '../../bytes/byteReader'
import { packetTitle } from '../../bytes/packetTitle'

export type CapturedPacket = CallFrame['packets'][number]
export type PacketPlace = CapturedPacket['seen'][number]['place']

/**
 * What became of a packet. arrived: it was seen at the other end or at the server's side of the network; not-out: the
 * sender's own router did not let it out; not-in: the receiver's NAT did not let it in; on-its-way: it left its NAT, and
 * the capture does not show where it went, for a server too; whole: a message over TCP, which arrives or is sent again.
 */
export type PacketFate = 'arrived' | 'not-out' | 'not-in' | 'on-its-way' | 'whole'

export interface PacketRow {
  key: number
  at: number
  title: string
  /** The end that sent it; null: a server or the other side of a relay. */
  sender: 'caller' | 'callee' | null
  fate: PacketFate
  packet: CapturedPacket
}

const SERVERS_TURN = new Set([3478, 443])
const ENDS = ['caller', 'callee'] as const

const portOf = (endpoint: string) => Number(endpoint.slice(endpoint.lastIndexOf(':') + 1))

function readFate({ transport, seen }: CapturedPacket): Pick<PacketRow, 'sender' | 'fate'> {
  const places = seen.map(({ place }) => place)
  const sender = ENDS.find((end) => end === places[0]) ?? null
  if (transport !== 'udp') {
    const [first] = seen
    const isAnswer = first !== undefined && SERVERS_TURN.has(portOf(first.from))
    return { sender: isAnswer ? null : sender, fate: 'whole' }
  }
  if (sender !== null) {
    const other = sender === 'caller' ? 'callee' : 'caller'
    if (places.includes(other)) return { sender, fate: 'arrived' }
    if (places.includes(`${other}-nat`)) return { sender, fate: 'not-in' }
    return { sender, fate: places.includes(`${sender}-nat`) ? 'on-its-way' : 'not-out' }
  }
  return { sender, fate: ENDS.some((end) => places.includes(end)) ? 'arrived' : 'not-in' }
}

/** The captured packets in the order of time. */
export function packetRows(packets: readonly CapturedPacket[]): PacketRow[] {
  return packets.map((packet, key) => ({
    key,
    at: packet.at,
    title: packetTitle(fromHex(packet.hex)),
    ...readFate(packet),
    packet,
  }))
}
