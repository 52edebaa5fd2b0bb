import type { LogEntry, Snapshots } from '../../machines/log'
import type { EndSnapshot } from '../../machines/progress'
import type { End } from '../../machines/steps'

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

/**
 * Says which move led to the end of a log, live or past: where the moments that the log led through differ in their
 * state. What has been read once is kept, as long as the log only grows or is looked at from earlier on.
 */
export function createTrace(
  snapshotsAt: (index: number) => Snapshots | null,
): (entries: readonly LogEntry[]) => Moves {
  let first: LogEntry | undefined
  let moves: Moves[] = []

  return (entries) => {
    if (entries[0] !== first) moves = []
    first = entries[0]
    for (const { end, event, seq } of entries.slice(moves.length)) {
      const before = snapshotsAt(moves.length)?.[end]
      const after = snapshotsAt(moves.length + 1)?.[end]
      // A call that has just been restarted has no such moments any more.
      if (before === undefined || after === undefined) return NONE
      const last = moves.at(-1) ?? NONE
      const isMove = JSON.stringify(before.value) !== JSON.stringify(after.value)
      moves.push(isMove ? { ...last, [end]: { before, event, key: String(seq) } } : last)
    }
    return moves[entries.length - 1] ?? NONE
  }
}
