import type { Description } from '../../../machines/contracts'
import type { LogEntry } from '../../../machines/log'
import type { CallView } from '../../call/callView'
import type { End, StepId } from '../../../machines/steps'
import { originOf } from '../../sdp/lines'
import { draftsIn, readSlot, SLOTS } from '../../projections/sdpSlots'
import type { Slot } from '../../projections/sdpSlots'

/** A description that can be compared: one that stands somewhere now, or one of an earlier negotiation. */
export interface SdpDocument {
  id: string
  end: End
  slot: Slot
  type: Description['type']
  sdp: string
  /** Which negotiation it is of, from 1; null for one that stands somewhere now. */
  round: number | null
}

const ENDS = ['caller', 'callee'] as const

/** Every description there is to compare, those of earlier negotiations last. */
export function listDocuments(view: CallView): SdpDocument[] {
  const now = ENDS.flatMap((end) =>
    SLOTS.flatMap((slot): SdpDocument[] => {
      const description = readSlot(view[end], slot)
      if (description === null) return []
      const { type, sdp } = description
      return [{ id: `${end}.${slot}`, end, slot, type, sdp, round: null }]
    }),
  )
  return [...now, ...ENDS.flatMap((end) => earlierRounds(view.entries, end, now))]
}

/** What an end drafted and set in negotiations whose texts stand nowhere any more. */
function earlierRounds(entries: readonly LogEntry[], end: End, now: readonly SdpDocument[]): SdpDocument[] {
  const current = new Set(now.filter((one) => one.end === end).map(({ sdp }) => sdp))
  const found = new Map<string, SdpDocument>()
  const rounds: (string | null)[] = []
  for (const { slot, description } of writtenBy(entries, end)) {
    const origin = originOf(description.sdp)
    if (!rounds.includes(origin)) rounds.push(origin)
    const round = rounds.indexOf(origin) + 1
    const id = `${end}.${slot}.${String(round)}`
    found.set(id, { id, end, slot, ...description, round })
  }
  return [...found.values()].filter(({ sdp }) => !current.has(sdp))
}

interface Written {
  slot: Slot
  description: Description
}

/** Each text an end wrote, in order: drafts, and what its local slots held as candidates came in. */
function writtenBy(entries: readonly LogEntry[], end: End): Written[] {
  return entries.flatMap(({ end: at, event }): Written[] => {
    if (at !== end) return []
    const drafts = draftsIn(event).map((description): Written => ({ slot: 'draft', description }))
    if (event.type !== 'pc.changed' || !('status' in event)) return drafts
    const { currentLocalDescription: agreed, pendingLocalDescription: pending } = event.status
    const set = [agreed, pending].filter((description) => description != null)
    return set.map((description): Written => ({ slot: 'currentLocalDescription', description }))
  })
}

/** Comparisons worth making. */
export const PRESETS = ['gather.caller', 'gather.callee', 'answer', 'round'] as const
export type Preset = (typeof PRESETS)[number]

export interface Pair {
  left: SdpDocument
  right: SdpDocument
}

/** The comparisons that can be made with what there is. */
export function findPresets(documents: readonly SdpDocument[]): Map<Preset, Pair> {
  const found = new Map<Preset, Pair>()
  const at = (id: string) => documents.find((one) => one.id === id)
  const local = (end: End) => at(`${end}.pendingLocalDescription`) ?? at(`${end}.currentLocalDescription`)
  const add = (preset: Preset, left: SdpDocument | undefined, right: SdpDocument | undefined) => {
    if (left !== undefined && right !== undefined) found.set(preset, { left, right })
  }
  for (const end of ENDS) {
    const [draft, set] = [at(`${end}.draft`), local(end)]
    if (draft !== undefined && set !== undefined && originOf(draft.sdp) === originOf(set.sdp)) {
      add(`gather.${end}`, draft, set)
    }
  }
  const answers = [local('callee'), at('callee.draft'), at('caller.currentRemoteDescription')]
  const offers = [
    local('caller'),
    at('callee.pendingRemoteDescription'),
    at('callee.currentRemoteDescription'),
  ]
  add(
    'answer',
    offers.find((one) => one?.type === 'offer'),
    answers.find((one) => one?.type === 'answer'),
  )
  const earlier = documents.findLast(
    ({ round, end, slot }) => round !== null && end === 'caller' && slot !== 'draft',
  )
  add('round', earlier, local('caller'))
  return found
}

/** The comparison that shows what a step did. */
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
