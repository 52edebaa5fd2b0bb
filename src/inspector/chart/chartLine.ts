import type { Point } from './chartLayout'

const RADIUS = 6
const HEAD = { length: 8, half: 4 }

/** A line with rounded corners, as the `d` of an SVG path; it ends before the arrow's head. */
export function linePath(points: readonly Point[]): string {
  const [start, ...rest] = shorten(points)
  if (start === undefined) return ''
  let path = `M${join(start)}`
  rest.forEach((corner, index) => {
    const before = index === 0 ? start : (rest[index - 1] ?? start)
    const after = rest[index + 1]
    if (after === undefined) path += `L${join(corner)}`
    else path += `L${join(towards(corner, before))}Q${join(corner)} ${join(towards(corner, after))}`
  })
  return path
}

/** The arrow's head at the end of a line, as the `points` of an SVG polygon. */
export function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1)
  const before = points.at(-2)
  if (tip === undefined || before === undefined) return ''
  const [dx, dy] = direction(before, tip)
  const base: Point = [tip[0] - dx * HEAD.length, tip[1] - dy * HEAD.length]
  return [
    tip,
    [base[0] - dy * HEAD.half, base[1] + dx * HEAD.half] as const,
    [base[0] + dy * HEAD.half, base[1] - dx * HEAD.half] as const,
  ]
    .map(join)
    .join(' ')
}

function shorten(points: readonly Point[]): Point[] {
  const tip = points.at(-1)
  const before = points.at(-2)
  if (tip === undefined || before === undefined) return [...points]
  const [dx, dy] = direction(before, tip)
  return [...points.slice(0, -1), [tip[0] - dx * HEAD.length, tip[1] - dy * HEAD.length]]
}

function towards(corner: Point, other: Point): Point {
  const [dx, dy] = direction(corner, other)
  const length = Math.min(RADIUS, Math.hypot(other[0] - corner[0], other[1] - corner[1]) / 2)
  return [corner[0] + dx * length, corner[1] + dy * length]
}

function direction(from: Point, to: Point): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  return length === 0 ? [0, 1] : [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
}

function join([x, y]: Point): string {
  return `${String(Math.round(x * 10) / 10)},${String(Math.round(y * 10) / 10)}`
}
