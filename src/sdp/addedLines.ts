import type { SdpLine } from './lines'

/** Positions of the lines that an earlier text lacks, compared section by section. */
export function addedLines(lines: readonly SdpLine[], earlier: readonly SdpLine[]): Set<number> {
  const left = new Map<string, number>()
  for (const line of earlier) {
    const key = keyOf(line)
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  const added = new Set<number>()
  for (const line of lines) {
    const key = keyOf(line)
    const count = left.get(key) ?? 0
    if (count === 0) added.add(line.index)
    else left.set(key, count - 1)
  }
  return added
}

function keyOf({ section, text }: SdpLine): string {
  return `${String(section)} ${text}`
}
