import { formatClock } from '../../ui/format'
import type { PacketRow } from './packetRows'

/** The packets as text for the clipboard: time, transport, name, then each place that saw it, then the bytes. */
export function packetsText(rows: readonly PacketRow[]): string {
  return rows
    .map(({ at, title, packet: { transport, seen, hex } }) =>
      [
        formatClock(at),
        transport,
        title,
        seen.map(({ place, from, to }) => `${place} ${from} > ${to}`).join(', '),
        hex,
      ].join('\t'),
    )
    .join('\n')
}
