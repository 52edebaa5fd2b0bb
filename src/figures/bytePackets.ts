import packets from '../../lessons/packets/packets.json'
import type { packetNames } from '../i18n/messages/byteFigure'

export type PacketId = keyof typeof packetNames

/** The first item of a list that is never empty. */
export function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items
  if (first === undefined) throw new Error('the byte view has no packets')
  return first
}

/** One packet in the sequence: which way it went, as seen by the end at which it was captured. */
export interface SequenceItem {
  readonly id: PacketId
  readonly isSent: boolean
  readonly time: number
}

/** The packets of one capture in the order of their times. */
export interface Capture {
  readonly id: string
  readonly items: readonly SequenceItem[]
}

/** The packets by capture, each in the order of time. */
export function captures(): Capture[] {
  const ids = [...new Set(packets.map(({ capture }) => capture))]
  return ids.map((id) => {
    const own = packets.filter(({ capture }) => capture === id)
    // The first packet of a capture is one that its end sent.
    const local = hostOf(firstOf(own).from)
    const items = own.map((packet) => ({
      id: packet.id as PacketId,
      isSent: hostOf(packet.from) === local,
      time: packet.time,
    }))
    return { id, items: items.sort((a, b) => a.time - b.time) }
  })
}

function hostOf(endpoint: string): string {
  return endpoint.slice(0, endpoint.lastIndexOf(':'))
}
