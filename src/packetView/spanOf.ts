/** Bytes by position, from 0, the last one included. */
export function spanOf({ from, to }: { from: number; to: number }): string {
  return to - from === 1 ? String(from) : `${String(from)}–${String(to - 1)}`
}
