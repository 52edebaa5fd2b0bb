import type { LogEntry, Snapshots } from '../../../machines/log'
import type { EndSnapshot } from '../../../machines/progress'
import type { End } from '../../../machines/steps'
import { toEvent } from '../../trace/toLog'
import type { Trace } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'

/** An event that led a machine from one state to another. */
export interface Move {
  before: EndSnapshot
  event: LogEntry['event']
  /** Different for every move. */
  key: string
}

/** The last move of each end's machine; null before its first. */
export type Moves = Record<End, Move | null>

const NONE: Moves = { caller: null, callee: null }

/** The moves after each event, for each trace that has been read. */
const known = new WeakMap<readonly TraceEvent[], Moves[]>()

/**
 * The move that led to the last event of a trace, live or past: the snapshots before and after that event differ in
 * their state. Results are reused while the trace only grows, or an earlier moment is read.
 */
export function lastMoves(
  { events, whole }: Pick<Trace, 'events' | 'whole'>,
  snapshots: readonly Snapshots[],
): Moves {
  const moves = known.get(whole) ?? []
  known.set(whole, moves)
  for (const event of events.slice(moves.length)) {
    const end = event.conn as End
    const before = snapshots[moves.length]?.[end]
    const after = snapshots[moves.length + 1]?.[end]
    // A trace that was not made by machines has no snapshots.
    if (before === undefined || after === undefined) return NONE
    const last = moves.at(-1) ?? NONE
    const isMove = JSON.stringify(before.value) !== JSON.stringify(after.value)
    moves.push(isMove ? { ...last, [end]: { before, event: toEvent(event), key: String(event.seq) } } : last)
  }
  return moves[events.length - 1] ?? NONE
}
