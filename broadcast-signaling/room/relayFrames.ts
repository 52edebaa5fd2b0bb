import * as v from 'valibot'
import { ID_PATTERN } from './transport'

const member = v.pipe(v.string(), v.regex(ID_PATTERN))
const n = v.pipe(v.number(), v.integer(), v.minValue(0))

const relayFrame = v.variant('type', [
  v.object({
    type: v.literal('welcome'),
    members: v.array(member),
    /** Whether the relay still knew this member. */
    resumed: v.boolean(),
    /** The number of the last message that the relay has from this member. */
    received: n,
  }),
  v.object({ type: v.literal('joined'), n, member }),
  v.object({ type: v.literal('left'), n, member, lost: v.exactOptional(v.literal(true)) }),
  v.object({ type: v.literal('message'), n, from: member, body: v.string() }),
  v.object({ type: v.literal('ack'), n }),
  v.object({ type: v.literal('beat') }),
  v.object({
    type: v.literal('refused'),
    reason: v.picklist(['full', 'too-many-rooms', 'flood', 'taken', 'refused']),
  }),
])

/** What the relay says to a member (docs/protocol.md). */
export type RelayFrame = v.InferOutput<typeof relayFrame>

/** Reads a frame of the relay; null if it is none. Never throws. */
export function readRelayFrame(data: unknown): RelayFrame | null {
  if (typeof data !== 'string') return null
  try {
    const { success, output } = v.safeParse(relayFrame, JSON.parse(data))
    return success ? output : null
  } catch {
    return null
  }
}
