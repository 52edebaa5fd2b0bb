import type { Traffic } from '../../machines/contracts'

/** A message is read again at every moment that a slider passes, and a hello is long. */
const known = new WeakMap<Traffic, string>()

/** Identifies a message, so that its sending and its arrival can be matched; empty for an unreadable one. */
export function messageKey(traffic: Traffic): string {
  const before = known.get(traffic)
  if (before !== undefined) return before
  const key = nameOf(traffic.message)
  known.set(traffic, key)
  return key
}

function nameOf(message: Traffic['message']): string {
  if (message === undefined) return ''
  // A hello has no number, so only its content distinguishes it.
  if (message.kind === 'hello') return JSON.stringify(message)
  return [message.from, message['session'], message.seq, message.kind].join(' ')
}
