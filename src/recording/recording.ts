import * as v from 'valibot'
import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import type { End } from '../../machines/steps'
import { event } from './eventSchema'
import { count, settings, text } from './stateSchemas'

const { id, version } = HANDSHAKE_13

export const FORMAT = 'handshake-recording'
/** Goes up with every change that an older reader would misread; each older version has an upgrade (upgradeFromV1). */
export const VERSION = 2
/** Bytes: a call of ten minutes has not been seen to make 2 MB. */
export const MAX_BYTES = 20_000_000
/** Replay keeps every moment, so its memory grows with the square of this. A call makes 100 to 300 entries. */
export const MAX_ENTRIES = 4_000
/** Milliseconds: eleven days. */
const MAX_AT = 1e9
export const MAX_TITLE = 120

function isTime(text: string): boolean {
  const time = new Date(text)
  // Browsers differ on the 30th of February; Date itself would throw.
  return !Number.isNaN(time.getTime()) && time.toISOString() === text
}

/** What every version has between its own first lines and its log. */
export const head = {
  title: v.exactOptional(v.pipe(text(MAX_TITLE), v.minLength(1))),
  /** When it was saved: ISO 8601 in UTC, as `Date.toISOString()` writes it. */
  made: v.pipe(v.string(), v.maxLength(32), v.check(isTime, 'Invalid time')),
  /** Name and major version, never the whole user-agent string. */
  browser: v.pipe(text(120), v.minLength(1)),
  /** Addresses, credentials and device names have been replaced by placeholders. */
  redacted: v.boolean(),
  /** What the call began with; later changes are in the log. */
  settings,
}

/** A log whose entries hold these events. */
export function logSchema<E extends v.GenericSchema>(event: E) {
  const entry = v.strictObject({
    seq: count,
    at: v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_AT)),
    end: v.picklist(['caller', 'callee']),
    event,
  })
  return v.pipe(v.array(entry), v.maxLength(MAX_ENTRIES))
}

const roleOf = <R extends End>(role: R) => v.strictObject({ role: v.literal(role) })

/** A recorded call: how it began, and every event of both ends. Replay (machines/log.ts) gives all the rest. */
export const recordingSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  /** Which machines the log is of: with others it would replay to another history. */
  script: v.strictObject({ id: v.literal(id), version: v.literal(version) }),
  /** The connections, by the names that the entries use, and what each is in the call. */
  connections: v.strictObject({ caller: roleOf('caller'), callee: roleOf('callee') }),
  ...head,
  log: logSchema(event),
})

export type Recording = v.InferOutput<typeof recordingSchema>

/** What a recording of this version begins with. */
export const BEGINNING = {
  format: FORMAT,
  version: VERSION,
  script: { id, version },
  connections: { caller: { role: 'caller' }, callee: { role: 'callee' } },
} as const
