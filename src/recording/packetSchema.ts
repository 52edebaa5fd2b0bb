import * as v from 'valibot'
import { text } from './stateSchemas'

/** Packets in one recording: the bench keeps a few of each kind. */
export const MAX_PACKETS = 1_000
/** Hexadecimal digits: a packet of an Ethernet is at most 1,500 bytes. */
const MAX_HEX = 3_000

const endpoint = v.pipe(text(64), v.regex(/^[\d.]+:\d{1,5}$/, 'Invalid endpoint'))

/** A packet of the call, with every place that saw it: at an end, or outside the end's NAT, which rewrites addresses. */
export const packetSchema = v.strictObject({
  /** Milliseconds since the call was created, as in the log. */
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(1e9)),
  transport: v.picklist(['udp', 'tcp', 'tls']),
  seen: v.pipe(
    v.array(
      v.strictObject({
        place: v.picklist(['caller', 'caller-nat', 'callee-nat', 'callee']),
        from: endpoint,
        to: endpoint,
      }),
    ),
    v.minLength(1),
    v.maxLength(4),
  ),
  /** The bytes above UDP or TCP; over TLS a record of it. */
  hex: v.pipe(text(MAX_HEX), v.regex(/^(?:[\da-f]{2})+$/, 'Invalid bytes')),
})

export type CapturedPacket = v.InferOutput<typeof packetSchema>
