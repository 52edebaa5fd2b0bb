import * as v from 'valibot'
import type { EndEvent, Settings } from '../../machines/contracts'
import { toProblem } from '../../machines/facts'
import type { LogEntry } from '../../machines/log'
import { isMachineEvent, settled } from '../../machines/machineEvents'
import type { MachineEvent } from '../../machines/machineEvents'
import type { Script } from '../../machines/script'
import { beginningOf, recordingSchema } from './recording'
import type { Recording } from './recording'

export interface RecordingSource {
  /** What the call consists of. */
  script: Script
  /** The settings at the beginning of the call. */
  settings: Settings
  log: readonly LogEntry[]
  browser: string
  made: Date
  title?: string
}

/** A running call's log as a recording, with nothing redacted. Throws if the log contains what a file may not. */
export function makeRecording({
  script,
  settings,
  log,
  browser,
  made,
  title = '',
}: RecordingSource): Recording {
  return v.parse(recordingSchema(script), {
    ...beginningOf(script),
    ...(title.trim() !== '' && { title: title.trim() }),
    made: made.toISOString(),
    browser,
    redacted: false,
    settings,
    log: log.map((entry) => ({ ...entry, at: round(entry.at), event: toPlain(entry.event) })),
  })
}

/** Browsers report time in steps of 5 µs at best; further digits are noise. */
function round(at: number): number {
  return Math.round(at * 1_000) / 1_000
}

/** XState's own events contain more than replay needs, and exceptions as objects. */
export function toPlain(event: EndEvent | MachineEvent): unknown {
  if (!isMachineEvent(event)) return event
  const { type, output, error } = event
  return {
    type,
    ...(output !== undefined && { output }),
    ...(settled(event)?.outcome === 'failed' && { error: toProblem(error) }),
  }
}
