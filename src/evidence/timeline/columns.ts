import type { TracedConnection } from '../../trace/trace'
import type { Lane, TimelineItem } from './timelineItem'

/** The horizontal positions of one connection in the drawing. */
export interface Column {
  connection: TracedConnection
  lanes: Record<Lane, number>
  /** Where the text beside its lines begins. */
  text: number
  /** Whether the text is to the right of the lines (1) or to the left (-1). */
  side: 1 | -1
}

/** Horizontal positions in the drawing, in its own px. */
export interface Columns {
  width: number
  /** Right edge of the times. */
  time: number
  /** One for each connection, in the same order. */
  list: readonly Column[]
  wire: number
  /** The line of STUN and TURN servers; null where none is configured. */
  server: number | null
  /** Width of the text beside the lines of a connection, in px. */
  textWidth: number
}

/** Below this width the drawing scrolls sideways. */
export const MIN_WIDTH = 520
/** The least width of one of many columns. */
const MIN_COLUMN = 240

const TIME = 62
/** Half of the widest name of a lane, and some room. */
const EDGE = 34
const BETWEEN_LANES = 40
const BESIDE = 14
/** The width of the channel and the servers where they are to the right of all connections. */
const AT_RIGHT = 60

/** Divides a width among times, lifelines, the channel and the servers. */
export function toColumns(
  available: number,
  connections: readonly TracedConnection[],
  hasServers: boolean,
): Columns {
  const width = Math.max(MIN_WIDTH, Math.floor(available))
  const [first, second, ...more] = connections
  return first !== undefined && second !== undefined && more.length === 0
    ? betweenTwo(width, first, second, hasServers)
    : sideBySide(width, connections, hasServers)
}

/** Two connections: the channel is between them, and the texts are on the inner sides. */
function betweenTwo(
  width: number,
  first: TracedConnection,
  second: TracedConnection,
  hasServers: boolean,
): Columns {
  const left = TIME + EDGE
  const right = width - EDGE
  const wire = Math.round((left + right) / 2)
  const text = { left: left + BETWEEN_LANES + BESIDE, right: right - BETWEEN_LANES - BESIDE }
  return {
    width,
    time: TIME,
    list: [
      column(first, left, 1),
      {
        connection: second,
        lanes: { signaling: right, ice: right - BETWEEN_LANES },
        text: text.right,
        side: -1,
      },
    ],
    wire,
    server: hasServers ? Math.round(wire + (text.right - wire) / 2) : null,
    textWidth: text.right - text.left,
  }
}

/** One connection, or many side by side: the channel is to the right of all. */
function sideBySide(
  available: number,
  connections: readonly TracedConnection[],
  hasServers: boolean,
): Columns {
  const left = TIME + EDGE
  const besides = left + (hasServers ? 2 : 1) * AT_RIGHT
  const count = Math.max(1, connections.length)
  const each = Math.max(MIN_COLUMN, Math.floor((available - besides) / count))
  const wire = left + each * count + EDGE
  return {
    width: Math.max(available, besides + each * count),
    time: TIME,
    list: connections.map((connection, index) => column(connection, left + index * each, 1)),
    wire,
    server: hasServers ? wire + AT_RIGHT : null,
    textWidth: each - BETWEEN_LANES - 2 * BESIDE,
  }
}

function column(connection: TracedConnection, x: number, side: 1 | -1): Column {
  return {
    connection,
    lanes: { signaling: x, ice: x + BETWEEN_LANES },
    text: x + BETWEEN_LANES + BESIDE,
    side,
  }
}

/** The column of a connection. */
export function columnOf({ list }: Columns, { id }: TracedConnection): Column {
  // Everything drawn belongs to a connection of the trace.
  return list.find(({ connection }) => connection.id === id) as Column
}

/** The start and the end of a message's arrow. */
export function spanOf({ connection, to, lane, path }: TimelineItem, columns: Columns) {
  const xOf = (end: TracedConnection) => columnOf(columns, end).lanes[lane]
  return {
    from: path === 'in' ? columns.wire : xOf(connection),
    to: path === 'out' || to === null ? columns.wire : xOf(to),
  }
}

/** Shortens a text to a width; the characters of the mono font are equally wide. */
export function fitText(text: string, width: number, fontSize: number): string {
  const fits = Math.floor(width / (fontSize * 0.61))
  return text.length <= fits ? text : `${text.slice(0, Math.max(1, fits - 1))}…`
}
