import type { Description } from '../../machines/contracts'
import { originOf } from '../sdp/lines'
import type { Trace } from '../trace/trace'
import type { TraceEvent } from '../trace/traceEvent'
import type { DescriptionSlot } from './sdpSlots'

/**
 * The text to compare a slot's text with: the same description before candidates were added to it, or the description
 * that an earlier negotiation left in the slot.
 */
export function earlierText(
  { events }: Pick<Trace, 'events'>,
  place: DescriptionSlot,
  text: string,
): string | null {
  const texts = textsOf(events, place)
  const origin = originOf(text)
  const first = texts.find((other) => originOf(other) === origin)
  if (first !== undefined && first !== text) return first
  return texts.slice(0, first === undefined ? undefined : texts.indexOf(first)).at(-1) ?? null
}

const LOCAL_SLOTS = ['currentLocalDescription', 'pendingLocalDescription'] as const
const REMOTE_SLOTS = ['currentRemoteDescription', 'pendingRemoteDescription'] as const

/** Every text in a slot and in the places that its description passed before: draft, pending, current. */
function textsOf(events: readonly TraceEvent[], { conn, slot }: DescriptionSlot): string[] {
  const isRemote = slot.endsWith('RemoteDescription')
  const texts: string[] = []
  for (const event of events) {
    if (event.conn !== conn) continue
    if (!isRemote) texts.push(...draftsIn(event).map(({ sdp }) => sdp))
    if (slot === 'draft' || event.kind !== 'state') continue
    for (const passed of isRemote ? REMOTE_SLOTS : LOCAL_SLOTS) {
      const description = event.data[passed]
      if (description) texts.push(description.sdp)
    }
  }
  return texts
}

/** The events that return a new description: of two methods, of repairs that include one, of a bench's operations. */
const DRAFTING = ['createOffer', 'createAnswer', 'restart-ice', 'answer-restart']

/** The new description that an event contains, if any. */
export function draftsIn(event: TraceEvent): Description[] {
  if (event.kind !== 'resolved' || event.name === 'addIceCandidate') return []
  if (event.name === 'operation') return isDescription(event.data.result) ? [event.data.result] : []
  if (!DRAFTING.includes(event.name) && !DRAFTING.includes(event.step)) return []
  return isDescription(event.data) ? [event.data] : []
}

function isDescription(data: unknown): data is Description {
  return typeof data === 'object' && data !== null && 'sdp' in data && typeof data.sdp === 'string'
}
