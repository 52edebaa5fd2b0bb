import { DEFAULT_SETTINGS } from '../../machines/contracts'
import type { Settings } from '../../machines/contracts'
import { firstMoment, nextMoment } from '../../machines/log'
import type { LogEntry, Moment } from '../../machines/log'
import type { End } from '../../machines/steps'
import type { Move } from './chart/chartMoment'

/** The last move of each end's machine; null before its first. */
export type Moves = Record<End, Move | null>

const NONE: Moves = { caller: null, callee: null }

/**
 * Says which move led to the end of a log, live or past. The log holds no states, so it is folded through the
 * machines; what has been folded once is kept, as long as the log only grows or is looked at from earlier on.
 */
export function createTrace(): (entries: readonly LogEntry[]) => Moves {
  let folded: LogEntry[] = []
  let moves: Moves[] = []
  let moment: Moment = firstMoment(DEFAULT_SETTINGS)

  return (entries) => {
    if (folded.length > 0 && entries.length > 0 && entries[0] !== folded[0]) {
      folded = []
      moves = []
    }
    if (folded.length === 0) moment = firstMoment(settingsOf(entries[0]))
    for (const entry of entries.slice(folded.length)) {
      const next = nextMoment(moment, entry)
      const { end } = entry
      const before = moment[end].value
      const after = next[end].value
      const last = moves.at(-1) ?? NONE
      const isMove = JSON.stringify(before) !== JSON.stringify(after)
      const move = { before, event: entry.event.type, after, key: String(entry.seq) }
      moves.push(isMove ? { ...last, [end]: move } : last)
      folded.push(entry)
      moment = next
    }
    return moves[entries.length - 1] ?? NONE
  }
}

/** A machine's first event carries what it was started with. */
function settingsOf(entry: LogEntry | undefined): Settings {
  const { input } = (entry?.event ?? {}) as { input?: { settings?: Settings } }
  return input?.settings ?? DEFAULT_SETTINGS
}
