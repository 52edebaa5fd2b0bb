import { firstMoment, nextMoment } from '../../machines/log'
import type { LogEntry, Moment } from '../../machines/log'
import type { Settings } from '../../machines/contracts'
import { deriveTurn, viewEnd } from '../../machines/progress'
import type { Phase } from '../../machines/progress'
import { STEP_IDS, stepIndex } from '../../machines/steps'
import type { StepId } from '../../machines/steps'

/** A moment that looking back stops at: a step was finished or failed, or the connection changed its phase. */
export interface Stop {
  /** Position among the moments: so many entries lie behind it. */
  readonly index: number
  /** The last step that is done; null before the first. */
  readonly step: StepId | null
  readonly phase: Phase
  /** The step after `step` has just failed. */
  readonly failed: boolean
}

/** A call as it went: all that panels need of it. A running call's grows at its end; a recording's is whole. */
export interface Tape {
  readonly log: readonly LogEntry[]
  /** The moments that the log led through: one more than it has entries. */
  readonly moments: readonly Moment[]
  readonly stops: readonly Stop[]
}

/** A tape that can be added to. */
export interface GrowingTape extends Tape {
  readonly log: LogEntry[]
  /** Adds an entry and the moment that it led to. */
  add(entry: LogEntry, moment: Moment): void
}

/** An empty tape: both ends before anything happened. */
export function createTape(settings: Settings, first = firstMoment(settings)): GrowingTape {
  const log: LogEntry[] = []
  const moments = [first]
  let last = stopAt(0, first)
  const stops = [last]

  return {
    log,
    moments,
    stops,
    add(entry, moment) {
      log.push(entry)
      moments.push(moment)
      const stop = stopAt(log.length, moment)
      if (isNews(stop, last)) stops.push(stop)
      last = stop
    },
  }
}

/** The tape of a recorded log, without any peer: its moments come from replaying it. */
export function replayTape(settings: Settings, log: readonly LogEntry[]): Tape {
  const tape = createTape(settings)
  let moment = firstMoment(settings)
  for (const entry of log) tape.add(entry, (moment = nextMoment(moment, entry)))
  return tape
}

/** The last moment of a tape. */
export function lastMoment({ moments }: Tape): Moment {
  // A tape is never without its first moment.
  return moments.at(-1) as Moment
}

function stopAt(index: number, { caller, callee }: Moment): Stop {
  const { phase, step, tag } = deriveTurn(viewEnd(caller), viewEnd(callee))
  const done = step === null ? STEP_IDS.at(-1) : STEP_IDS[stepIndex(step) - 1]
  return { index, step: done ?? null, phase, failed: phase === 'steps' && tag === 'failed' }
}

/** A retry is no news, its outcome is. */
function isNews(now: Stop, before: Stop): boolean {
  return now.step !== before.step || now.phase !== before.phase || (now.failed && !before.failed)
}

/** Position of the moment when a step had just become done; null if it has not. */
export function momentOfStep(stops: readonly Stop[], id: StepId): number | null {
  const stop = stops.find(({ step }) => step !== null && stepIndex(step) >= stepIndex(id))
  return stop?.index ?? null
}

/** The last stop at or before a moment. */
export function stopBefore(stops: readonly Stop[], index: number): Stop {
  // The first stop is at 0, before everything.
  return stops.findLast((stop) => stop.index <= index) ?? (stops[0] as Stop)
}
