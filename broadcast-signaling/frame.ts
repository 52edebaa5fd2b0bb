import type { End, ReadResult, SignalMessage } from './message'
import { readMessage, refuse } from './message'

/** A message as it is posted: with a checksum of its text, so that a change in transit is noticed. */
export function toFrame(message: SignalMessage): object {
  return { ...message, sum: checksum(message) }
}

/**
 * Reads what arrived at `expected.end` in `expected.room` like `readMessage`, and also refuses a message that differs
 * from what was sent. This protects against accidents only: whoever can write to the channel can also compute a
 * checksum. Never throws.
 */
export function readFrame(data: unknown, expected: { room: string; end: End }): ReadResult {
  const { body, sum } = openFrame(data)
  const read = readMessage(body, expected)
  if (!read.ok || sum === checksum(read.message)) return read
  return refuse('damaged', `sum: Expected ${checksum(read.message)}`)
}

function openFrame(data: unknown): { body: unknown; sum: unknown } {
  try {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return { body: data, sum: null }
    const { sum, ...body } = data as Record<string, unknown>
    return { body, sum }
  } catch {
    // A getter or a proxy threw; readMessage will look at it again and refuse it.
    return { body: data, sum: null }
  }
}

/**
 * FNV-1a, 32 bits. A message that passed the guard has its fields in the order of the schema, so its text is unique.
 */
function checksum(message: SignalMessage): number {
  const text = JSON.stringify(message)
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
