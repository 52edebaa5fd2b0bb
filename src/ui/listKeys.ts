const MOVES: Record<string, (from: number, last: number) => number> = {
  ArrowDown: (from, last) => Math.min(from + 1, last),
  ArrowUp: (from) => Math.max(from - 1, 0),
  PageDown: (from, last) => Math.min(from + 8, last),
  PageUp: (from) => Math.max(from - 8, 0),
  Home: () => 0,
  End: (_from, last) => last,
}

/** The index that a key moves to in a list of `count` items, from the chosen one (-1: none). null for other keys. */
export function moveInList(key: string, from: number, count: number): number | null {
  if (count === 0) return null
  return MOVES[key]?.(from, count - 1) ?? null
}
