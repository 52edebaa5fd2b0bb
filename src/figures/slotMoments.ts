import type { PeerStatus } from '../../machines/contracts'
import type { StepId } from '../../machines/steps'

type Type = 'offer' | 'answer' | 'pranswer' | null

/** The content of the four description slots of one end. */
export interface Slots {
  pendingLocal: Type
  pendingRemote: Type
  currentLocal: Type
  currentRemote: Type
}

export interface SlotMoment {
  /** The step after which the slots have this content. */
  step: StepId
  caller: Slots
  callee: Slots
}

const EMPTY: Slots = { pendingLocal: null, pendingRemote: null, currentLocal: null, currentRemote: null }
const OFFERED: Slots = { ...EMPTY, pendingLocal: 'offer' }
const CALLEE_AGREED: Slots = { ...EMPTY, currentLocal: 'answer', currentRemote: 'offer' }

/** How the slots fill in the first round (RFC 9429 §3.2, WebRTC §4.4.1.5). */
export const SLOT_MOMENTS: readonly SlotMoment[] = [
  { step: 'set-local-offer', caller: OFFERED, callee: EMPTY },
  { step: 'set-remote-offer', caller: OFFERED, callee: { ...EMPTY, pendingRemote: 'offer' } },
  { step: 'set-local-answer', caller: OFFERED, callee: CALLEE_AGREED },
  {
    step: 'set-remote-answer',
    caller: { ...EMPTY, currentLocal: 'offer', currentRemote: 'answer' },
    callee: CALLEE_AGREED,
  },
]

/** The slots of a connection; all empty before there is one. */
export function slotsOf(peer: PeerStatus | null): Slots {
  return {
    pendingLocal: peer?.pendingLocalDescription?.type ?? null,
    pendingRemote: peer?.pendingRemoteDescription?.type ?? null,
    currentLocal: peer?.currentLocalDescription?.type ?? null,
    currentRemote: peer?.currentRemoteDescription?.type ?? null,
  }
}

/** Which of the moments two connections are at; -1 if at none. */
export function momentOf(caller: Slots, callee: Slots): number {
  return SLOT_MOMENTS.findIndex((moment) => same(moment.caller, caller) && same(moment.callee, callee))
}

function same(one: Slots, two: Slots): boolean {
  return (Object.keys(one) as (keyof Slots)[]).every((slot) => one[slot] === two[slot])
}
