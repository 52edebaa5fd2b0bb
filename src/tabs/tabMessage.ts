import * as v from 'valibot'
import type { Script } from '../../machines/script'
import { eventOf } from '../recording/eventSchema'
import { perScript } from '../recording/perScript'
import { count, settings } from '../recording/stateSchemas'

/** The most entries of one message; a longer log is sent in several. */
export const MAX_ENTRIES = 1_000

/** The most characters of JSON in one message: escaped and in UTF-8 it must fit a message between devices (MAX_BODY). */
const MAX_LENGTH = 80_000

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))
const end = v.picklist(['caller', 'callee'])
const at = v.pipe(v.number(), v.minValue(0), v.maxValue(1e10))
/**
 * Increases when tabs of an older version would misread the messages. Version 2 names the step of each `step.run`,
 * version 3 has `role` and `session`.
 */
export const VERSION = 3
const envelope = { v: v.literal(VERSION), tab: id }

const call = v.strictObject({
  round: count,
  id,
  /** Milliseconds since 1970: the tabs of one browser share a clock. */
  began: v.pipe(v.number(), v.minValue(0)),
})

/**
 * Every message of the second channel, on which the tabs of a room share their logs; the events are those of the script
 * that the room plays. Strict, like signaling messages.
 */
const roomMessage = perScript((script) =>
  v.variant('kind', [
    v.strictObject({
      ...envelope,
      kind: v.literal('hello'),
      /** The end that the tab plays; null if it plays none (yet). */
      role: v.nullable(end),
      /** The call that the tab takes part in; null if it knows of none. */
      call: v.nullable(call),
      settings,
      /** Whether receivers must answer with a hello and the whole log of their end. */
      reply: v.boolean(),
    }),
    v.strictObject({
      ...envelope,
      kind: v.literal('log'),
      call: id,
      end,
      /** The session of the end: a reloaded tab begins another. */
      session: id,
      /** The settings at the beginning of this session. */
      settings,
      /** Position of the first of these entries in the session's log. */
      from: count,
      entries: v.pipe(v.array(v.strictObject({ at, event: eventOf(script) })), v.maxLength(MAX_ENTRIES)),
    }),
    v.strictObject({ ...envelope, kind: v.literal('settings'), settings }),
    v.strictObject({ ...envelope, kind: v.literal('bye') }),
  ]),
)

export type RoomMessage = v.InferOutput<ReturnType<typeof roomMessage>>
export type LogMessage = Extract<RoomMessage, { kind: 'log' }>
/** One start of the call in a room; each restart is another. */
export type SharedCall = v.InferOutput<typeof call>
/** An entry of one end's log: `at` in milliseconds since the call began. */
export type SharedEntry = LogMessage['entries'][number]

/**
 * Cuts a log into messages that a receiver takes: it refuses one with too many entries, and would ask for the same again
 * for ever.
 */
export function cutLog(entries: readonly SharedEntry[]): { from: number; piece: SharedEntry[] }[] {
  const pieces: { from: number; piece: SharedEntry[] }[] = []
  let length = Infinity
  for (const [at, entry] of entries.entries()) {
    length += JSON.stringify(entry).length
    const last = pieces.at(-1)
    if (last !== undefined && length <= MAX_LENGTH && last.piece.length < MAX_ENTRIES) {
      last.piece.push(entry)
    } else {
      pieces.push({ from: at, piece: [entry] })
      length = JSON.stringify(entry).length
    }
  }
  return pieces
}

const otherVersion = v.object({
  v: v.pipe(v.number(), v.notValue(VERSION)),
  tab: id,
  kind: v.string(),
})

/** The tab that uses another version of these messages, and whether it leaves; null for anything else. */
export function readOtherVersion(data: unknown): { tab: string; leaves: boolean } | null {
  try {
    const { success, output } = v.safeParse(otherVersion, data)
    return success ? { tab: output.tab, leaves: output.kind === 'bye' } : null
  } catch {
    return null
  }
}

/** Reads what arrived on the channel of a script's room: a fresh copy of a valid message, or null. Never throws. */
export function readRoomMessage(data: unknown, script: Script): RoomMessage | null {
  try {
    const { success, output } = v.safeParse(roomMessage(script), data, { abortEarly: true })
    return success ? output : null
  } catch {
    // A getter or a proxy threw.
    return null
  }
}
