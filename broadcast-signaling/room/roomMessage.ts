import * as v from 'valibot'
import { id, integer, sentCandidate, sentDescription, text, ufrag } from '../message'

/** The longest name and the longest line of chat, in UTF-16 units. */
export const MAX_NAME = 40
export const MAX_CHAT = 2_000

const MAX_DETAIL = 200

const envelope = { v: v.literal(1) }
/** The id of a call, chosen by the member that invites. */
const call = id

// A name is shown in one line beside others: no control characters, and nothing that turns the text after it around.
const name = v.pipe(
  v.string(),
  v.maxLength(MAX_NAME),
  v.regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+$/u),
  v.regex(/^\S(.*\S)?$/u),
)

// Foreign peers may leave out what their library does not give.
const { entries } = sentCandidate
const candidate = v.strictObject({
  candidate: entries.candidate,
  sdpMid: v.optional(entries.sdpMid, null),
  sdpMLineIndex: v.optional(entries.sdpMLineIndex, null),
  usernameFragment: v.optional(ufrag, null),
})

/** What the applications of a call exchange: the AppMessage of machines/bench/benchContracts.ts. */
const signalBody = v.variant('kind', [
  v.strictObject({ kind: v.literal('description'), description: sentDescription }),
  v.strictObject({ kind: v.literal('candidate'), candidate }),
  v.strictObject({ kind: v.literal('end-of-candidates') }),
  v.strictObject({ kind: v.literal('bye') }),
])

/** Everything that members of a room say to each other (docs/protocol.md). Strict: an unknown field makes it invalid. */
const roomMessage = v.variant('kind', [
  /**
   * To all after each `members`, and to each newcomer. `joinedAt`: milliseconds since 1970 on the sender's clock. Again
   * when a call begins and when it ends: `busy` means in a call.
   */
  v.strictObject({
    ...envelope,
    kind: v.literal('hello'),
    name,
    joinedAt: integer(0, Number.MAX_SAFE_INTEGER),
    busy: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({ ...envelope, kind: v.literal('chat'), text: v.pipe(text(MAX_CHAT), v.minLength(1)) }),
  v.strictObject({ ...envelope, kind: v.literal('invite'), call }),
  v.strictObject({ ...envelope, kind: v.literal('accept'), call }),
  v.strictObject({
    ...envelope,
    kind: v.literal('refuse'),
    call,
    reason: v.picklist(['refused', 'busy', 'no-answer']),
  }),
  /** The member that invited takes it back before an answer. */
  v.strictObject({
    ...envelope,
    kind: v.literal('cancel'),
    call,
    reason: v.optional(v.literal('no-answer')),
  }),
  v.strictObject({ ...envelope, kind: v.literal('hang-up'), call }),
  v.strictObject({ ...envelope, kind: v.literal('signal'), call, body: signalBody }),
  v.strictObject({ ...envelope, kind: v.literal('leave') }),
])

/** One message between members, as it is sent. Who sent it is said by the transport. */
export type RoomMessage = v.InferOutput<typeof roomMessage>

export type RoomMessageKind = RoomMessage['kind']

type WithoutVersion<M> = M extends unknown ? Omit<M, 'v'> : never

/** A message without its version, which `writeRoomMessage` adds. */
export type RoomMessageBody = WithoutVersion<RoomMessage>

/** Why the guard refused a message. */
export type RoomRefusal = 'malformed' | 'version' | 'unknown-kind' | 'too-large'

export type RoomReadResult =
  { ok: true; message: RoomMessage } | { ok: false; reason: RoomRefusal; detail: string }

const KINDS: readonly string[] = roomMessage.options.map(({ entries }) => entries.kind.literal)
const withVersion = v.object({ v: v.pipe(v.number(), v.integer()), kind: v.string() })

/**
 * Reads a body that a member sent: a valid message, or the reason for refusing it with a short English detail. The
 * caller counts and shows what is refused. Never throws.
 */
export function readRoomMessage(body: string): RoomReadResult {
  let data: unknown
  try {
    data = JSON.parse(body)
  } catch {
    return refuse('malformed', 'Not JSON')
  }
  if (v.is(withVersion, data)) {
    if (data.v !== 1) return refuse('version', `v: Expected 1 but received ${data.v}`)
    if (!KINDS.includes(data.kind)) return refuse('unknown-kind', `kind: ${data.kind}`)
  }
  const { success, output, issues } = v.safeParse(roomMessage, data, { abortEarly: true })
  if (success) return { ok: true, message: output }
  const [issue] = issues
  const reason = issue.type === 'max_length' ? 'too-large' : 'malformed'
  return refuse(reason, `${v.getDotPath(issue) ?? 'message'}: ${issue.message}`)
}

/** The body of a message. Throws a TypeError if the others would refuse it. */
export function writeRoomMessage(message: RoomMessageBody): string {
  const body = JSON.stringify({ v: 1, ...message })
  const read = readRoomMessage(body)
  if (!read.ok) throw new TypeError(`${read.reason}: ${read.detail}`)
  return body
}

/** A name as it is sent: without space around it, and the same in every spelling of Unicode. null: not a valid name. */
export function toName(typed: string): string | null {
  const trimmed = typed.normalize('NFC').replace(/\s+/gu, ' ').trim()
  return v.is(name, trimmed) ? trimmed : null
}

function refuse(reason: RoomRefusal, detail: string): RoomReadResult {
  return { ok: false, reason, detail: detail.slice(0, MAX_DETAIL) }
}
