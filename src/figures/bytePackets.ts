import type { packetNames } from '../i18n/messages/byteFigure'

export type PacketId = keyof typeof packetNames

/** The first of a list that is known not to be empty. */
export function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items
  if (first === undefined) throw new Error('the byte view has no packets')
  return first
}

/** Bytes by position as people count them: from 0, the last one included. */
export function spanOf({ from, to }: { from: number; to: number }): string {
  return to - from === 1 ? String(from) : `${String(from)}–${String(to - 1)}`
}
