// What a member may say to the relay (docs/protocol.md).

import * as v from 'valibot'

/** The limits of a relay. `attachRelay` takes others, for tests. */
export const LIMITS = {
  /** Bytes of one frame: a body of 512 KiB and its envelope. */
  frame: 513 * 1024,
  connections: 2_000,
  rooms: 1_000,
  members: 40,
  /** Characters that are kept for one member until it confirms them. */
  held: 2 * 1024 * 1024,
  /** A frame costs 1, and 1 more for every 4 KiB. A member may spend `burst` at once, and `rate` a second. */
  burst: 1_000,
  rate: 100,
  /** Milliseconds between two beats. Who has not answered the last one is lost. */
  beat: 5_000,
  /** Milliseconds that a lost member stays in its room. */
  grace: 30_000,
}

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))
const number = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))

const memberFrame = v.variant('type', [
  // `key` proves at a reconnect that it is the same member. `received`: the last number that arrived before.
  v.strictObject({
    type: v.literal('join'),
    v: v.literal(1),
    room: id,
    member: id,
    key: id,
    received: number,
  }),
  v.strictObject({ type: v.literal('send'), n: number, to: id, body: v.string() }),
  v.strictObject({ type: v.literal('ack'), n: number }),
  v.strictObject({ type: v.literal('leave') }),
])

/** @typedef {v.InferOutput<typeof memberFrame>} MemberFrame */
/** @typedef {Extract<MemberFrame, { type: 'join' }>} JoinFrame */
/** @typedef {Extract<MemberFrame, { type: 'send' }>} SendFrame */

/**
 * Reads what a member sent; null if it is none of the frames. Never throws.
 * @returns {MemberFrame | null}
 */
export function readFrame(/** @type {string} */ text) {
  try {
    const { success, output } = v.safeParse(memberFrame, JSON.parse(text), { abortEarly: true })
    return success ? output : null
  } catch {
    return null
  }
}
