import type { SdpLine } from './lines'

/**
 * A name for each line that stays when lines around it are added or removed: its section, its text and its number among
 * equal lines.
 */
export function lineKeys(lines: readonly SdpLine[]): string[] {
  const seen = new Map<string, number>()
  return lines.map(({ section, text }) => {
    const name = `${String(section)} ${text}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} ${String(count)}`
  })
}
