import type { EndEvent, Settings } from '../../machines/contracts'
import { firstMoment, nextMoment } from '../../machines/log'
import type { LogEntry } from '../../machines/log'
import type { MachineEvent } from '../../machines/machineEvents'
import type { EndSnapshot } from '../../machines/progress'
import type { End } from '../../machines/steps'
import type { Lives } from '../tabs/lives'
import { createTape, lastMoment } from './tape'
import type { GrowingTape } from './tape'

/** One event as a tab hears of it: of its own end with the snapshot it led to, of another tab's without. */
export interface HeardEvent {
  end: End
  at: number
  event: EndEvent | MachineEvent
  snapshot?: EndSnapshot
}

/**
 * Adds an event to the end of a tape. Without a snapshot the moment comes from replay, which runs no effect.
 * Two tabs' clocks and messages may cross by a moment: time in one log never runs backwards.
 */
export function addHeard(tape: GrowingTape, { end, at, event, snapshot }: HeardEvent): void {
  const before = lastMoment(tape)
  const { log } = tape
  const entry: LogEntry = { seq: log.length, at: Math.max(at, log.at(-1)?.at ?? 0), end, event }
  if (snapshot !== undefined) {
    tape.add(entry, { ...before, [end]: snapshot })
    return
  }
  try {
    tape.add(entry, nextMoment(before, entry))
  } catch {
    // Well-formed, and yet no end can have met it: nothing of ours said so.
  }
}

/** The tape of a call whose ends are in different tabs: both logs, in the order of their times. */
export function livesTape(settings: Settings, lives: Lives): GrowingTape {
  const tape = createTape(settings, {
    caller: firstMoment(lives.caller?.settings ?? settings).caller,
    callee: firstMoment(lives.callee?.settings ?? settings).callee,
  })
  const heard = Object.entries(lives).flatMap(([end, { entries }]) =>
    entries.map((entry): HeardEvent => ({ end: end as End, ...entry })),
  )
  for (const one of heard.sort((a, b) => a.at - b.at)) addHeard(tape, one)
  return tape
}
