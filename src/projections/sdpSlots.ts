import type { Description } from '../../machines/contracts'
import { SLOT_FIELDS } from '../../machines/fields'
import type { End, StepId } from '../../machines/steps'
import { originOf } from '../sdp/lines'
import { withRole } from '../trace/trace'
import type { ConnectionFacts, Trace, TracedConnection } from '../trace/trace'
import type { ConnectionId, TraceEvent } from '../trace/traceEvent'

/** Where a description can be: the result of createOffer() or createAnswer(), then the connection's four slots. */
export const SLOTS = ['draft', ...SLOT_FIELDS] as const
export type Slot = (typeof SLOTS)[number]

/** One slot of one connection. */
export interface DescriptionSlot {
  conn: ConnectionId
  slot: Slot
}

/** A connection and what is known of it; slots are read from this. */
type KnownConnection = TracedConnection & { readonly facts: ConnectionFacts }

const FILLED_BY: Record<End, Record<Slot, StepId>> = {
  caller: {
    draft: 'create-offer',
    pendingLocalDescription: 'set-local-offer',
    currentLocalDescription: 'set-remote-answer',
    pendingRemoteDescription: 'set-remote-answer',
    currentRemoteDescription: 'set-remote-answer',
  },
  callee: {
    draft: 'create-answer',
    pendingLocalDescription: 'set-local-answer',
    currentLocalDescription: 'set-local-answer',
    pendingRemoteDescription: 'set-remote-offer',
    currentRemoteDescription: 'set-local-answer',
  },
}

const CHANGED_BY: Record<StepId, { role: End; slot: Slot }> = {
  'capture-media': { role: 'caller', slot: 'draft' },
  'add-tracks': { role: 'caller', slot: 'draft' },
  'create-offer': { role: 'caller', slot: 'draft' },
  'set-local-offer': { role: 'caller', slot: 'pendingLocalDescription' },
  'gather-candidates': { role: 'caller', slot: 'pendingLocalDescription' },
  'send-offer': { role: 'caller', slot: 'pendingLocalDescription' },
  'set-remote-offer': { role: 'callee', slot: 'pendingRemoteDescription' },
  'prepare-callee-media': { role: 'callee', slot: 'pendingRemoteDescription' },
  'create-answer': { role: 'callee', slot: 'draft' },
  'set-local-answer': { role: 'callee', slot: 'currentLocalDescription' },
  'send-answer': { role: 'callee', slot: 'currentLocalDescription' },
  'receive-answer': { role: 'callee', slot: 'currentLocalDescription' },
  'set-remote-answer': { role: 'caller', slot: 'currentRemoteDescription' },
}

/** The step that first fills a slot; null for a connection without a role. */
export function filledBy({ role }: Pick<TracedConnection, 'role'>, slot: Slot): StepId | null {
  return role === null ? null : FILLED_BY[role][slot]
}

/** The description in a slot at this moment. */
export function readSlot({ facts }: Pick<KnownConnection, 'facts'>, slot: Slot): Description | null {
  return slot === 'draft' ? facts.draft : (facts.peer?.[slot] ?? null)
}

/**
 * The slot that a step changed; if its description is current now, the slot it moved to. If no connection has the
 * step's role, a filled slot of the first connection; null without connections.
 */
export function slotOfStep(step: StepId, connections: readonly KnownConnection[]): DescriptionSlot | null {
  const { role, slot } = CHANGED_BY[step]
  const connection = withRole(connections, role)
  if (connection === null) return connections[0] === undefined ? null : filledSlot(connections[0], slot)
  const { id: conn } = connection
  if (readSlot(connection, slot) !== null || !slot.startsWith('pending')) return { conn, slot }
  const agreed = slot.replace('pending', 'current') as Slot
  return { conn, slot: readSlot(connection, agreed) === null ? slot : agreed }
}

/** The requested slot of a connection if it is filled, otherwise the last filled one; the requested one if none is. */
export function filledSlot(connection: KnownConnection, wished: Slot): DescriptionSlot {
  const filled = SLOTS.filter((slot) => readSlot(connection, slot) !== null)
  const slot = filled.find((one) => one === wished) ?? filled.at(-1) ?? wished
  return { conn: connection.id, slot }
}

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

/** The events that return a new description: of two methods, and of repairs that include one of them. */
const DRAFTING = ['createOffer', 'createAnswer', 'restart-ice', 'answer-restart']

/** The new description that an event contains, if any. */
export function draftsIn(event: TraceEvent): Description[] {
  if (event.kind !== 'resolved' || event.name === 'addIceCandidate') return []
  if (!DRAFTING.includes(event.name) && !DRAFTING.includes(event.step)) return []
  return isDescription(event.data) ? [event.data] : []
}

function isDescription(data: unknown): data is Description {
  return typeof data === 'object' && data !== null && 'sdp' in data && typeof data.sdp === 'string'
}
