import type { Description } from '../../../machines/contracts'
import type { End, StepId } from '../../../machines/steps'
import { draftsIn } from '../../projections/earlierText'
import { readSlot, SLOTS } from '../../projections/sdpSlots'
import type { Slot } from '../../projections/sdpSlots'
import { originOf } from '../../sdp/lines'
import type { ConnectionView, Trace, TracedConnection } from '../../trace/trace'
import type { ConnectionId, TraceEvent } from '../../trace/traceEvent'

/** A description that can be compared: one that a slot holds now, or one of an earlier negotiation. */
export interface SdpDocument {
  id: string
  connection: TracedConnection
  slot: Slot
  type: Description['type']
  sdp: string
  /** The number of its negotiation, from 1; null for one that a slot holds now. */
  round: number | null
}

/** Every description that can be compared, those of earlier negotiations last. */
export function listDocuments({
  connections,
  trace,
}: {
  connections: readonly ConnectionView[]
  trace: Pick<Trace, 'events'>
}): SdpDocument[] {
  const now = connections.flatMap((connection) =>
    SLOTS.flatMap((slot): SdpDocument[] => {
      const description = readSlot(connection, slot)
      if (description === null) return []
      const { type, sdp } = description
      return [{ id: `${connection.id}.${slot}`, connection, slot, type, sdp, round: null }]
    }),
  )
  return [...now, ...connections.flatMap((connection) => earlierRounds(trace.events, connection, now))]
}

/** The drafts and descriptions of a connection in earlier negotiations, which no slot holds any more. */
function earlierRounds(
  events: readonly TraceEvent[],
  connection: TracedConnection,
  now: readonly SdpDocument[],
): SdpDocument[] {
  const { id: conn } = connection
  const current = new Set(now.filter((one) => one.connection.id === conn).map(({ sdp }) => sdp))
  const found = new Map<string, SdpDocument>()
  const rounds: (string | null)[] = []
  for (const { slot, description } of writtenBy(events, conn)) {
    const origin = originOf(description.sdp)
    if (!rounds.includes(origin)) rounds.push(origin)
    const round = rounds.indexOf(origin) + 1
    const id = `${conn}.${slot}.${String(round)}`
    found.set(id, { id, connection, slot, ...description, round })
  }
  return [...found.values()].filter(({ sdp }) => !current.has(sdp))
}

interface Written {
  slot: Slot
  description: Description
}

/** The texts that one side of a connection wrote, in order: drafts, and the local slots as candidates were added. */
function writtenBy(events: readonly TraceEvent[], conn: ConnectionId): Written[] {
  return events.flatMap((event): Written[] => {
    if (event.conn !== conn) return []
    const drafts = draftsIn(event).map((description): Written => ({ slot: 'draft', description }))
    if (event.kind !== 'state') return drafts
    const { currentLocalDescription: agreed, pendingLocalDescription: pending } = event.data
    const set = [agreed, pending].filter((description) => description != null)
    return set.map((description): Written => ({ slot: 'currentLocalDescription', description }))
  })
}

/** Useful comparisons. */
export const PRESETS = ['gather.caller', 'gather.callee', 'answer', 'round'] as const
export type Preset = (typeof PRESETS)[number]

export interface Pair {
  left: SdpDocument
  right: SdpDocument
}

/** The presets whose documents exist; each compares a caller's with a callee's description, or two of one end. */
export function findPresets(documents: readonly SdpDocument[]): Map<Preset, Pair> {
  const found = new Map<Preset, Pair>()
  const at = (role: End, slot: Slot) =>
    documents.find((one) => one.round === null && one.connection.role === role && one.slot === slot)
  const local = (role: End) => at(role, 'pendingLocalDescription') ?? at(role, 'currentLocalDescription')
  const add = (preset: Preset, left: SdpDocument | undefined, right: SdpDocument | undefined) => {
    if (left !== undefined && right !== undefined) found.set(preset, { left, right })
  }
  for (const role of ['caller', 'callee'] as const) {
    const [draft, set] = [at(role, 'draft'), local(role)]
    if (draft !== undefined && set !== undefined && originOf(draft.sdp) === originOf(set.sdp)) {
      add(`gather.${role}`, draft, set)
    }
  }
  const answers = [local('callee'), at('callee', 'draft'), at('caller', 'currentRemoteDescription')]
  const offers = [
    local('caller'),
    at('callee', 'pendingRemoteDescription'),
    at('callee', 'currentRemoteDescription'),
  ]
  add(
    'answer',
    offers.find((one) => one?.type === 'offer'),
    answers.find((one) => one?.type === 'answer'),
  )
  const earlier = documents.findLast(
    ({ round, connection, slot }) => round !== null && connection.role === 'caller' && slot !== 'draft',
  )
  add('round', earlier, local('caller'))
  return found
}

/** The preset that shows what a step changed. */
export function presetOfStep(step: StepId | null, presets: ReadonlyMap<Preset, Pair>): Preset | null {
  const wished = step === null ? undefined : WISHED[step]
  const order: readonly (Preset | undefined)[] = [wished, 'round', 'answer', 'gather.callee', 'gather.caller']
  return order.find((preset) => preset !== undefined && presets.has(preset)) ?? null
}

const WISHED: Partial<Record<StepId, Preset>> = {
  'create-offer': 'gather.caller',
  'set-local-offer': 'gather.caller',
  'gather-candidates': 'gather.caller',
  'send-offer': 'gather.caller',
  'create-answer': 'answer',
  'set-local-answer': 'gather.callee',
  'send-answer': 'answer',
  'receive-answer': 'answer',
  'set-remote-answer': 'answer',
}
