import type { Description } from '../../machines/contracts'
import { SLOT_FIELDS } from '../../machines/fields'
import type { LogEntry } from '../../machines/log'
import { settled } from '../../machines/machineEvents'
import type { EndView } from '../../machines/progress'
import type { End, StepId } from '../../machines/steps'
import { originOf } from '../sdp/lines'

/** Where a description can be: what createOffer() or createAnswer() gave, then the connection's four slots. */
export const SLOTS = ['draft', ...SLOT_FIELDS] as const
export type Slot = (typeof SLOTS)[number]

export interface DescriptionSlot {
  end: End
  slot: Slot
}

/** The step that fills a slot for the first time. */
export const FILLED_BY: Record<End, Record<Slot, StepId>> = {
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

const CHANGED_BY: Record<StepId, DescriptionSlot> = {
  'capture-media': { end: 'caller', slot: 'draft' },
  'add-tracks': { end: 'caller', slot: 'draft' },
  'create-offer': { end: 'caller', slot: 'draft' },
  'set-local-offer': { end: 'caller', slot: 'pendingLocalDescription' },
  'gather-candidates': { end: 'caller', slot: 'pendingLocalDescription' },
  'send-offer': { end: 'caller', slot: 'pendingLocalDescription' },
  'set-remote-offer': { end: 'callee', slot: 'pendingRemoteDescription' },
  'prepare-callee-media': { end: 'callee', slot: 'pendingRemoteDescription' },
  'create-answer': { end: 'callee', slot: 'draft' },
  'set-local-answer': { end: 'callee', slot: 'currentLocalDescription' },
  'send-answer': { end: 'callee', slot: 'currentLocalDescription' },
  'receive-answer': { end: 'callee', slot: 'currentLocalDescription' },
  'set-remote-answer': { end: 'caller', slot: 'currentRemoteDescription' },
}

/** What a slot holds at this moment. */
export function readSlot({ context }: EndView, slot: Slot): Description | null {
  return slot === 'draft' ? context.draft : (context.peer?.[slot] ?? null)
}

/** The slot a step changed; once its description has been agreed on, the slot it moved to. */
export function slotOfStep(step: StepId, ends: Record<End, EndView>): DescriptionSlot {
  const { end, slot } = CHANGED_BY[step]
  if (readSlot(ends[end], slot) !== null || !slot.startsWith('pending')) return { end, slot }
  const agreed = slot.replace('pending', 'current') as Slot
  return { end, slot: readSlot(ends[end], agreed) === null ? slot : agreed }
}

/**
 * The text to compare a slot's text with: what the same description said when it was new, before candidates
 * were written into it; or the description that an earlier negotiation left there.
 */
export function earlierText(
  entries: readonly LogEntry[],
  { end, slot }: DescriptionSlot,
  text: string,
): string | null {
  const texts = textsOf(entries, end, slot)
  const origin = originOf(text)
  const first = texts.find((other) => originOf(other) === origin)
  if (first !== undefined && first !== text) return first
  return texts.slice(0, first === undefined ? undefined : texts.indexOf(first)).at(-1) ?? null
}

const LOCAL_SLOTS = ['currentLocalDescription', 'pendingLocalDescription'] as const
const REMOTE_SLOTS = ['currentRemoteDescription', 'pendingRemoteDescription'] as const

/** Every text a slot has held, and where a description passes on its way there: draft, pending, current. */
function textsOf(entries: readonly LogEntry[], end: End, slot: Slot): string[] {
  const isRemote = slot.endsWith('RemoteDescription')
  const texts: string[] = []
  for (const { end: at, event } of entries) {
    if (at !== end) continue
    if (!isRemote) texts.push(...draftsIn(event).map(({ sdp }) => sdp))
    if (slot === 'draft' || event.type !== 'pc.changed') continue
    for (const passed of isRemote ? REMOTE_SLOTS : LOCAL_SLOTS) {
      const description = event.status[passed]
      if (description) texts.push(description.sdp)
    }
  }
  return texts
}

const DRAFTING = ['create-offer', 'create-answer', 'restart-ice', 'answer-restart']

/** The description that an event says was written, if it says so. */
export function draftsIn(event: LogEntry['event']): Description[] {
  const end = settled(event)
  if (end?.output === undefined || !DRAFTING.includes(end.actor)) return []
  return [end.output as Description]
}
