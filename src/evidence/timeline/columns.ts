import type { End } from '../../../machines/steps'
import type { Lane, TimelineItem } from './timelineItem'

/** Places across the drawing, in its own px: the caller's lines on the left, the callee's on the right. */
export interface Columns {
  width: number
  /** Right edge of the times. */
  time: number
  lanes: Record<End, Record<Lane, number>>
  wire: number
  /** The line of STUN and TURN servers; null where none is configured. */
  server: number | null
  /** Where what is written beside an end's lines begins, going inwards. */
  text: Record<End, number>
  /** Room for what is written, in px. */
  textWidth: number
}

/** Narrower than this the drawing scrolls sideways. */
export const MIN_WIDTH = 520

const EDGE = 20
const BETWEEN_LANES = 40
const BESIDE = 14

/** Divides a width among times, life lines, the wire and the servers. */
export function toColumns(available: number, hasServers: boolean): Columns {
  const width = Math.max(MIN_WIDTH, Math.floor(available))
  const time = 62
  const left = time + EDGE
  const right = width - EDGE
  const wire = Math.round((left + right) / 2)
  const text = { caller: left + BETWEEN_LANES + BESIDE, callee: right - BETWEEN_LANES - BESIDE }
  return {
    width,
    time,
    lanes: {
      caller: { signaling: left, ice: left + BETWEEN_LANES },
      callee: { signaling: right, ice: right - BETWEEN_LANES },
    },
    wire,
    server: hasServers ? Math.round(wire + (text.callee - wire) / 2) : null,
    text,
    textWidth: text.callee - text.caller,
  }
}

/** From where to where a message is drawn. */
export function spanOf({ end, lane, path }: TimelineItem, { lanes, wire }: Columns) {
  const other = end === 'caller' ? 'callee' : 'caller'
  return {
    from: path === 'in' ? wire : lanes[end][lane],
    to: path === 'out' ? wire : lanes[other][lane],
  }
}

/** Shortens a text to what fits, at the width of a mono character. */
export function fitText(text: string, width: number, fontSize: number): string {
  const fits = Math.floor(width / (fontSize * 0.61))
  return text.length <= fits ? text : `${text.slice(0, Math.max(1, fits - 1))}…`
}
