import type { PeerStatus } from '../../../machines/contracts'
import { eventWords } from '../../projections/eventWords'
import type { TraceEvent } from '../../trace/traceEvent'
import { firstStates, statusChanges } from './statusChanges'
import type { ItemLine, Lane } from './timelineItem'

/** What the connection changes on the clock of ICE and DTLS; everything else belongs to signaling. */
const ICE_FIELDS = ['iceGatheringState', 'iceConnectionState', 'connectionState']

/**
 * What an event says to a learner that is neither a step's call, nor its outcome, nor a message. `before`: what the
 * connection said of itself before it; null before it was made.
 */
export function eventLines(event: TraceEvent, before: PeerStatus | null): ItemLine[] {
  if (event.kind === 'state') return changeLines(before, event.data)
  const { name, line } = eventWords(event)
  return line === null ? [] : [{ name, ...line }]
}

function changeLines(before: PeerStatus | null, after: Partial<PeerStatus>): ItemLine[] {
  if (before === null) return [change('signaling', 'new RTCPeerConnection()', firstStates(after))]
  return statusChanges(before, after).map(({ name, detail }) =>
    change(ICE_FIELDS.includes(name) ? 'ice' : 'signaling', name, detail),
  )
}

function change(lane: Lane, name: string, detail: string): ItemLine {
  return { lane, kind: 'change', name, detail, server: null }
}
