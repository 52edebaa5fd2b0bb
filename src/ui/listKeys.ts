const MOVES: Record<string, (from: number, last: number) => number> = {
  ArrowDown: (from, last) => Math.min(from + 1, last),
  ArrowUp: (from) => Math.max(from - 1, 0),
  PageDown: (from, last) => Math.min(from + 8, last),
  PageUp: (from) => Math.max(from - 8, 0),
  Home: () => 0,
  End: (_from, last) => last,
}

/** Where a key leads in a list of `count` items, from the chosen one (-1: none). Null for any other key. */
export function moveInList(key: string, from: number, count: number): number | null {
  if (count === 0) return null
  return MOVES[key]?.(from, count - 1) ?? null
}
