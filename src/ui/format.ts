/** Time since the call was created: minutes, seconds, milliseconds. */
export function formatClock(milliseconds: number): string {
  const total = Math.max(0, Math.round(milliseconds))
  const minutes = Math.floor(total / 60_000)
  const seconds = ((total % 60_000) / 1000).toFixed(3).padStart(6, '0')
  return `${String(minutes)}:${seconds}`
}

/** A duration in the most readable unit. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds >= 9_950) return `${(milliseconds / 1000).toFixed(1)} s`
  return `${milliseconds.toFixed(milliseconds < 99.95 ? 1 : 0)} ms`
}

/** Size of a message or a file; the text of a message is ASCII except for names, so characters are bytes. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000) return `${String(bytes)} B`
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** A name and how often it occurred. */
export interface Counted {
  name: string
  count: number
}

/** `track ×2` */
export function formatCount({ name, count }: Counted): string {
  return count > 1 ? `${name} ×${String(count)}` : name
}
