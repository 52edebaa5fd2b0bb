import type { LogEntry } from '../../machines/log'
import type { End } from '../../machines/steps'
import { otherEnd } from './roomRole'

const HEARD: readonly string[] = ['signal.description', 'signal.candidate', 'signal.end-of-candidates']

/**
 * The end that came back without its connection, so that this call cannot go on: a page that is loaded again
 * has a new RTCPeerConnection, and the other end already knows the description or the candidates of the old
 * one. Null where none did; whoever returns before it was heard simply goes on.
 */
export function lostEnd(entries: readonly LogEntry[]): End | null {
  const heard = new Set<End>()
  for (const { end, event } of entries) {
    if (HEARD.includes(event.type)) heard.add(end)
    else if (event.type === 'signal.other-end' && event.returned && heard.has(end)) return otherEnd(end)
  }
  return null
}
