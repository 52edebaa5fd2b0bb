import type { Traffic } from '../../machines/contracts'

/** A message is read again at every moment that a slider passes, and a hello is long. */
const known = new WeakMap<Traffic, string>()

/** Names a message, so that its sending and its arrival find each other; empty for what was not readable. */
export function messageKey(traffic: Traffic): string {
  const before = known.get(traffic)
  if (before !== undefined) return before
  const key = nameOf(traffic.message)
  known.set(traffic, key)
  return key
}

function nameOf(message: Traffic['message']): string {
  if (message === undefined) return ''
  // A hello is not numbered: only its content tells one from the next.
  if (message.kind === 'hello') return JSON.stringify(message)
  return [message.from, message['session'], message.seq, message.kind].join(' ')
}
