import type { LogEntry, Moment } from '../../machines/log'
import type { End } from '../../machines/steps'
import type { Move } from './chart/chartMoment'

/** The last move of each end's machine; null before its first. */
export type Moves = Record<End, Move | null>

const NONE: Moves = { caller: null, callee: null }

/**
 * Says which move led to the end of a log, live or past: where the moments that the log led through differ in their
 * state. What has been read once is kept, as long as the log only grows or is looked at from earlier on.
 */
export function createTrace(
  momentAt: (index: number) => Moment | null,
): (entries: readonly LogEntry[]) => Moves {
  let first: LogEntry | undefined
  let moves: Moves[] = []

  return (entries) => {
    if (entries[0] !== first) moves = []
    first = entries[0]
    for (const { end, event, seq } of entries.slice(moves.length)) {
      const before = momentAt(moves.length)?.[end].value
      const after = momentAt(moves.length + 1)?.[end].value
      // A call that has just been restarted has no such moments any more.
      if (before === undefined || after === undefined) return NONE
      const last = moves.at(-1) ?? NONE
      const isMove = JSON.stringify(before) !== JSON.stringify(after)
      moves.push(isMove ? { ...last, [end]: { before, event: event.type, after, key: String(seq) } } : last)
    }
    return moves[entries.length - 1] ?? NONE
  }
}
