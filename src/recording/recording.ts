import * as v from 'valibot'
import type { Script } from '../../machines/script'
import { findScript, SCRIPTS } from '../../machines/scripts/registry'
import type { End } from '../../machines/steps'
import { eventOf } from './eventSchema'
import { MAX_PACKETS, packetSchema } from './packetSchema'
import { perScript } from './perScript'
import { count, settings, text } from './stateSchemas'

export const FORMAT = 'handshake-recording'
/**
 * Increases with every change that an older reader would misread; each older version has an upgrade (upgradeFromV1).
 */
export const VERSION = 2
/** Bytes: the largest recording seen of a ten-minute call was below 2 MB. */
export const MAX_BYTES = 20_000_000
/** Replay keeps every snapshot, so its memory grows with the square of this. A call has 100 to 300 entries. */
export const MAX_ENTRIES = 4_000
/** Milliseconds: eleven days. */
export const MAX_AT = 1e9
export const MAX_TITLE = 120

function isTime(text: string): boolean {
  const time = new Date(text)
  // Browsers disagree about the 30th of February; toISOString() of an invalid date throws.
  return !Number.isNaN(time.getTime()) && time.toISOString() === text
}

/** The fields that every version has, between its first lines and its log. */
export const head = {
  title: v.exactOptional(v.pipe(text(MAX_TITLE), v.minLength(1))),
  /** When it was saved: ISO 8601 in UTC, as `Date.toISOString()` returns it. */
  made: v.pipe(v.string(), v.maxLength(32), v.check(isTime, 'Invalid time')),
  /** Name and major version, never the whole user-agent string. */
  browser: v.pipe(text(120), v.minLength(1)),
  /** Whether addresses, credentials and device names were replaced by placeholders. */
  redacted: v.boolean(),
  /** The settings at the beginning of the call; later changes are in the log. */
  settings,
}

/** A log whose entries contain these events. */
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

/** A recorded call: its beginning, and every event of both ends. Replay (machines/log.ts) computes everything else. */
export const recordingSchema = perScript((script) =>
  v.strictObject({
    format: v.literal(FORMAT),
    version: v.literal(VERSION),
    /** The script whose machines made the log: other machines would replay it to a different history. */
    script: v.strictObject({ id: v.literal(script.id), version: v.literal(script.version) }),
    /** The connections by the names that entries use, with their roles. */
    connections: v.strictObject({ caller: roleOf('caller'), callee: roleOf('callee') }),
    ...head,
    log: logSchema(eventOf(script)),
    /** What was captured on the network, by a program outside the browser (`npm run nat-bench`). */
    packets: v.exactOptional(v.pipe(v.array(packetSchema), v.maxLength(MAX_PACKETS))),
  }),
)

export type Recording = v.InferOutput<ReturnType<typeof recordingSchema>>

/** The first lines of a recording of this version. */
export function beginningOf({ id, version }: Script) {
  return {
    format: FORMAT,
    version: VERSION,
    script: { id, version },
    connections: { caller: { role: 'caller' }, callee: { role: 'callee' } },
  } as const
}

/** The script that a recording is of. Throws where this app does not have it. */
export function scriptOf({ script: { id, version } }: Pick<Recording, 'script'>, scripts = SCRIPTS): Script {
  const script = findScript(id, version, scripts)
  if (script === null) throw new Error(`no script ${id} ${version}`)
  return script
}

/** A recording as its schema has it: fields in the schema's order. Throws for what is none of its script. */
export function parseRecording(recording: Recording, scripts = SCRIPTS): Recording {
  return v.parse(recordingSchema(scriptOf(recording, scripts)), recording)
}
