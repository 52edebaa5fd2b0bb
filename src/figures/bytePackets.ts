import type { packetNames } from '../i18n/messages/byteFigure'

export type PacketId = keyof typeof packetNames

/** The first item of a list that is never empty. */
export function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items
  if (first === undefined) throw new Error('the byte view has no packets')
  return first
}

/** Bytes by position, from 0, the last one included. */
export function spanOf({ from, to }: { from: number; to: number }): string {
  return to - from === 1 ? String(from) : `${String(from)}–${String(to - 1)}`
}
