import * as v from 'valibot'
import type { EndEvent, Settings } from '../../machines/contracts'
import { toProblem } from '../../machines/facts'
import type { LogEntry } from '../../machines/log'
import { isMachineEvent, settled } from '../../machines/machineEvents'
import type { MachineEvent } from '../../machines/machineEvents'
import { BEGINNING, recordingSchema } from './recording'
import type { Recording } from './recording'

export interface RecordingSource {
  /** What the call began with. */
  settings: Settings
  log: readonly LogEntry[]
  browser: string
  made: Date
  title?: string
}

/** A running call's log as a recording, with everything still in it. Throws if the log holds what no file may. */
export function makeRecording({ settings, log, browser, made, title = '' }: RecordingSource): Recording {
  return v.parse(recordingSchema, {
    ...BEGINNING,
    ...(title.trim() !== '' && { title: title.trim() }),
    made: made.toISOString(),
    browser,
    redacted: false,
    settings,
    log: log.map((entry) => ({ ...entry, at: round(entry.at), event: toPlain(entry.event) })),
  })
}

/** Browsers do not tell time more finely than 5 µs; the rest of the digits is noise. */
function round(at: number): number {
  return Math.round(at * 1_000) / 1_000
}

/** XState's own events carry more than replay needs, and exceptions as objects. */
export function toPlain(event: EndEvent | MachineEvent): unknown {
  if (!isMachineEvent(event)) return event
  const { type, output, error } = event
  return {
    type,
    ...(output !== undefined && { output }),
    ...(settled(event)?.outcome === 'failed' && { error: toProblem(error) }),
  }
}
