import type { Description } from '../../machines/contracts'
import { SLOT_FIELDS } from '../../machines/fields'
import type { Script, Step } from '../../machines/script'
import type { End } from '../../machines/steps'
import { withRole } from '../trace/trace'
import type { ConnectionFacts, TracedConnection } from '../trace/trace'
import type { ConnectionId } from '../trace/traceEvent'
import { callsOf, firstThat, stepWith } from './scriptSteps'
import type { NumberedStep } from './scriptSteps'

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

/**
 * The step that fills a slot for the first time; null for a connection that has no part in a script. A slot that stays
 * empty for the whole script is that of the step that sets a description on its side.
 */
export function filledBy(
  script: Script | null,
  { role }: Pick<TracedConnection, 'role'>,
  slot: Slot,
): NumberedStep | null {
  if (script === null || role === null) return null
  const filling = slotChanges(script).find(
    (change) => change.step.end === role && change.slots.includes(slot),
  )
  if (filling !== undefined) return stepWith(script, filling.step.id)
  return slot === 'draft'
    ? null
    : firstThat(script, slot.includes('Local') ? 'setLocalDescription' : 'setRemoteDescription', role)
}

interface SlotChange {
  readonly step: Step
  /** The slots that it fills. */
  readonly slots: readonly Slot[]
  /** The slot to show for it, the one that is new. */
  readonly shown: Slot
}

/** What each step of a script puts where, by the rules of offer and answer (RFC 9429 §4.1.8 to §4.1.10). */
function slotChanges(script: Script): SlotChange[] {
  const offered: Record<End, 'local' | 'remote' | null> = { caller: null, callee: null }
  return script.steps.flatMap((step): SlotChange[] => {
    const slots: Slot[] = []
    for (const call of callsOf(step)) {
      if (call === 'createOffer' || call === 'createAnswer') slots.push('draft')
      if (call !== 'setLocalDescription' && call !== 'setRemoteDescription') continue
      const side = call === 'setLocalDescription' ? 'local' : 'remote'
      const isAnswer = offered[step.end] !== null
      // An answer moves the offer on the other side into its current slot too; the answer's own slot is shown.
      if (isAnswer) slots.push(CURRENT[side === 'local' ? 'remote' : 'local'], CURRENT[side])
      else slots.push(PENDING[side])
      offered[step.end] = isAnswer ? null : side
      // With operations the step itself writes the description that it sets.
      if (step.runs === 'operations' && side === 'local') slots.unshift('draft')
    }
    const shown = slots.at(-1)
    return shown === undefined ? [] : [{ step, slots, shown }]
  })
}

const START = { role: 'caller', slot: 'draft' } as const
const PENDING = { local: 'pendingLocalDescription', remote: 'pendingRemoteDescription' } as const
const CURRENT = { local: 'currentLocalDescription', remote: 'currentRemoteDescription' } as const

/** The end and the slot that a step is about: the last one that its role has filled by then. */
function changedBy(script: Script, { id, end, runs, waitsFor }: Step): { role: End; slot: Slot } {
  const at = script.steps.findIndex((step) => step.id === id)
  const changes = slotChanges(script)
  // A step that only waits for a description shows it where it was written: at the other end.
  const role = runs === null && waitsFor === 'description' ? (end === 'caller' ? 'callee' : 'caller') : end
  const before = changes.findLast(({ step }) => step.end === role && script.steps.indexOf(step) <= at)
  return { role, slot: before?.shown ?? 'draft' }
}

/** The description in a slot at this moment. */
export function readSlot({ facts }: Pick<KnownConnection, 'facts'>, slot: Slot): Description | null {
  return slot === 'draft' ? facts.draft : (facts.peer?.[slot] ?? null)
}

/**
 * The slot that a step changed; if its description is current now, the slot it moved to. If no connection has the
 * step's role, a filled slot of the first connection; null without connections.
 */
export function slotOfStep(
  script: Script,
  id: string,
  connections: readonly KnownConnection[],
): DescriptionSlot | null {
  const step = stepWith(script, id) ?? script.steps.at(-1)
  const { role, slot } = step === undefined ? START : changedBy(script, step)
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
