import type { PeerStatus } from '../../../machines/contracts'
import { eventWords } from '../../projections/eventWords'
import type { TraceEvent } from '../../trace/traceEvent'
import { firstStates, statusChanges } from './statusChanges'
import type { ItemLine, Lane } from './timelineItem'

/** The fields that ICE and DTLS change by themselves; the others belong to signaling. */
const ICE_FIELDS = ['iceGatheringState', 'iceConnectionState', 'connectionState']

/**
 * The lines for an event that is not a step's call, its outcome or a message. `before`: the status before the event;
 * null before the connection was created.
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
