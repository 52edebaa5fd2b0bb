import type { End, ReadResult, SignalMessage } from './message'
import { readMessage, refuse } from './message'

/** A message as it is posted: with the checksum of its text, so that a change on the way is noticed. */
export function toFrame(message: SignalMessage): object {
  return { ...message, sum: checksum(message) }
}

/**
 * Reads what arrived at `expected.end` in `expected.room`, as `readMessage` does, and refuses what is not as it was
 * sent. Against accidents only: whoever can write to the channel can also make a checksum. Never throws.
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
    // A getter or a proxy threw; the guard looks at it again, and refuses it.
    return { body: data, sum: null }
  }
}

/** FNV-1a, 32 bits. A message that passed the guard has its fields in the schema's order, and so one text. */
function checksum(message: SignalMessage): number {
  const text = JSON.stringify(message)
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
