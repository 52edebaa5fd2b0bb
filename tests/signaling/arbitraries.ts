import type { SignalMessage } from '../../broadcast-signaling/message'
import fc from 'fast-check'

// A code point is up to two UTF-16 units, so these stay within half of each bound.
const text = (maxLength: number) => fc.string({ unit: 'binary', maxLength })
const id = fc.string({ unit: 'binary', minLength: 1, maxLength: 32 })
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const seq = fc.maxSafeNat()
const seqOrNone = fc.oneof(fc.constant(-1), seq)
const ufrag = orNull(text(128))

const envelope = {
  v: fc.constant(1 as const),
  room: id,
  from: fc.constantFrom('caller' as const, 'callee' as const),
  session: id,
  seq,
}

/** Every kind of valid message, from either end. */
export const validMessage: fc.Arbitrary<SignalMessage> = fc.oneof(
  fc.record({
    ...envelope,
    kind: fc.constant('hello' as const),
    seq: seqOrNone,
    received: seqOrNone,
    of: orNull(id),
    reply: fc.boolean(),
  }),
  fc.record({
    ...envelope,
    kind: fc.constant('description' as const),
    description: fc.record({ type: fc.constantFrom('offer' as const, 'answer' as const), sdp: text(500) }),
  }),
  fc.record({
    ...envelope,
    kind: fc.constant('candidate' as const),
    candidate: fc.record({
      candidate: text(200),
      sdpMid: orNull(text(32)),
      sdpMLineIndex: orNull(fc.nat(0xffff)),
      usernameFragment: ufrag,
    }),
  }),
  fc.record({ ...envelope, kind: fc.constant('end-of-candidates' as const), usernameFragment: ufrag }),
  fc.record({
    ...envelope,
    kind: fc.constant('bye' as const),
    reason: fc.constantFrom('hang-up' as const, 'left' as const),
  }),
)
