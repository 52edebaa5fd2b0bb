import type { LogEntry, Snapshots } from '../../../machines/log'
import type { EndSnapshot } from '../../../machines/progress'
import type { End } from '../../../machines/steps'
import { toEvent } from '../../trace/toLog'
import type { Trace } from '../../trace/trace'
import type { TraceEvent } from '../../trace/traceEvent'

/** One event that led a machine from one state to another. */
export interface Move {
  before: EndSnapshot
  event: LogEntry['event']
  /** Changes with every move. */
  key: string
}

/** The last move of each end's machine; null before its first. */
export type Moves = Record<End, Move | null>

const NONE: Moves = { caller: null, callee: null }

/** The moves after each event, of each trace that has been looked at. */
const known = new WeakMap<readonly TraceEvent[], Moves[]>()

/**
 * Which move led to the end of a trace, live or past: where the snapshots that its events led through differ in
 * their state. What has been read once is kept, as long as the trace only grows or is looked at from earlier on.
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
    // A trace without machines has no such snapshots.
    if (before === undefined || after === undefined) return NONE
    const last = moves.at(-1) ?? NONE
    const isMove = JSON.stringify(before.value) !== JSON.stringify(after.value)
    moves.push(isMove ? { ...last, [end]: { before, event: toEvent(event), key: String(event.seq) } } : last)
  }
  return moves[events.length - 1] ?? NONE
}
