import * as v from 'valibot'

// Lengths are in UTF-16 units. SDP and candidates are ASCII except for names, so for them these are bytes.
const MAX_SDP = 256 * 1024
const MAX_CANDIDATE = 2 * 1024
const MAX_ID = 64
// RFC 8839 §5.4: ice-ufrag is 4 to 256 characters.
const MAX_UFRAG = 256
const MAX_DETAIL = 200

/** A text of at most `max` UTF-16 units. */
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
/** An id that a sender chose. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID))
/** A whole number within limits. */
export const integer = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
const seq = integer(0, Number.MAX_SAFE_INTEGER)
const seqOrNone = integer(-1, Number.MAX_SAFE_INTEGER)
/** The ice-ufrag of a candidate; null where the browser does not say it. */
export const ufrag = v.nullable(text(MAX_UFRAG))

/** A description as it is sent. */
export const sentDescription = v.strictObject({
  type: v.picklist(['offer', 'answer', 'pranswer']),
  sdp: text(MAX_SDP),
})

/** A candidate as it is sent: the four members of RTCIceCandidate.toJSON(), W3C webrtc-pc §4.8.1. */
export const sentCandidate = v.strictObject({
  candidate: text(MAX_CANDIDATE),
  sdpMid: v.nullable(text(MAX_ID)),
  sdpMLineIndex: v.nullable(integer(0, 0xffff)),
  usernameFragment: ufrag,
})

const envelope = {
  v: v.literal(1),
  room: id,
  from: v.picklist(['caller', 'callee']),
  session: id,
  seq,
}

/** Every message that may be sent. Strict: an unknown field makes it invalid. */
export const signalMessage = v.variant('kind', [
  v.strictObject({
    ...envelope,
    kind: v.literal('hello'),
    // The highest seq sent so far; a hello is not part of the numbered stream.
    seq: seqOrNone,
    received: seqOrNone,
    of: v.nullable(id),
    reply: v.boolean(),
  }),
  v.strictObject({
    ...envelope,
    kind: v.literal('description'),
    description: sentDescription,
  }),
  v.strictObject({
    ...envelope,
    kind: v.literal('candidate'),
    candidate: sentCandidate,
  }),
  v.strictObject({ ...envelope, kind: v.literal('end-of-candidates'), usernameFragment: ufrag }),
  v.strictObject({
    ...envelope,
    kind: v.literal('bye'),
    reason: v.picklist(['hang-up', 'left']),
  }),
])

const otherVersion = v.object({ v: v.pipe(v.number(), v.notValue(1)) })

/** One message as it is sent. */
export type SignalMessage = v.InferOutput<typeof signalMessage>

/** The two ends of a call, as the envelope names them. */
export type End = SignalMessage['from']

/** A message that introduces an end and says what it sent and received. */
export type HelloMessage = Extract<SignalMessage, { kind: 'hello' }>

/** A numbered message without its envelope, which `send` adds. */
export type NumberedMessage = Exclude<SignalMessage, HelloMessage>

type WithoutEnvelope<M> = M extends unknown ? Omit<M, keyof typeof envelope> : never

/** A message without its envelope: what a caller passes to `send`. */
export type SignalBody = WithoutEnvelope<NumberedMessage>

/** Why the guard refused a message. */
export type RefusalReason = 'malformed' | 'version' | 'room' | 'same-end' | 'too-large' | 'damaged'

export type ReadResult =
  { ok: true; message: SignalMessage } | { ok: false; reason: RefusalReason; detail: string }

/**
 * Reads what arrived at `expected.end` in `expected.room`: a fresh copy of a valid message, or the reason for refusing
 * it with a short English detail. Never throws, whatever it is given.
 */
export function readMessage(data: unknown, expected: { room: string; end: End }): ReadResult {
  try {
    if (v.is(otherVersion, data)) return refuse('version', 'v: Expected 1')
    const { success, output, issues } = v.safeParse(signalMessage, data, { abortEarly: true })
    if (!success) {
      const [issue] = issues
      const reason = issue.type === 'max_length' ? 'too-large' : 'malformed'
      return refuse(reason, `${v.getDotPath(issue) ?? 'message'}: ${issue.message}`)
    }
    if (output.room !== expected.room) return refuse('room', `room: ${output.room}`)
    if (output.from === expected.end) return refuse('same-end', `from: another ${output.from}`)
    return { ok: true, message: output }
  } catch {
    // A getter or proxy threw. The thrown value may be hostile too, so it is not read.
    return refuse('malformed', 'message: reading it threw')
  }
}

/** A refusal with a short detail. */
export function refuse(reason: RefusalReason, detail: string): ReadResult {
  return { ok: false, reason, detail: detail.slice(0, MAX_DETAIL) }
}
