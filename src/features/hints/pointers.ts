/** A rectangle on the page, in pixels of the window. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** How far into its target a line reaches, so that it visibly touches it. */
const REACH = 6

/** The line from a hint to the nearest point of what it means; null while that is not on screen. */
export function pointTo(from: Box, target: Box | null): string | null {
  if (target === null || target.right <= target.left || target.bottom <= target.top) return null
  const x = (from.left + from.right) / 2
  const y = (from.top + from.bottom) / 2
  const toX = clamp(x, target.left + REACH, target.right - REACH)
  const toY = clamp(y, target.top + REACH, target.bottom - REACH)
  const length = Math.hypot(toX - x, toY - y)
  const radius = (from.right - from.left) / 2
  if (length <= radius) return null
  const startX = x + ((toX - x) / length) * radius
  const startY = y + ((toY - y) / length) * radius
  return `M${round(startX)} ${round(startY)}L${round(toX)} ${round(toY)}`
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most))
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
