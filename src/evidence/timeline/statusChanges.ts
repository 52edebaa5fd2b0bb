import type { Description, PeerStatus, TransceiverStatus } from '../../../machines/contracts'
import { SLOT_FIELDS, STATE_FIELDS } from '../../../machines/fields'

/** One change of a connection, as `name: before → after`. */
export interface Change {
  name: string
  detail: string
}

/** The changes in a report. A slot counts if it has a different description, not if its text grew. */
export function statusChanges(before: Partial<PeerStatus>, after: Partial<PeerStatus>): Change[] {
  // Nearly every report of a long call names a single field.
  const fields = [
    ...STATE_FIELDS.filter(isReported).map((name) => ({ name, from: before[name], to: after[name] })),
    ...SLOT_FIELDS.filter(isReported).map((name) => ({
      name,
      from: typeOf(before[name]),
      to: typeOf(after[name]),
    })),
    ...transceiverFields(before.transceivers ?? [], after.transceivers ?? []),
  ]
  return fields
    .filter(({ from, to }) => from !== to)
    .map(({ name, from, to }) => ({ name, detail: `${from ?? '–'} → ${to ?? '–'}` }))

  function isReported(name: keyof PeerStatus): boolean {
    return name in after
  }
}

/** All four states of a new connection: it does not report them as changes. */
export function firstStates(status: Partial<PeerStatus>): string {
  return STATE_FIELDS.map((name) => status[name] ?? '–').join(' · ')
}

function typeOf(description: Description | null | undefined): string {
  return description?.type ?? '–'
}

function transceiverFields(before: TransceiverStatus[], now: TransceiverStatus[]) {
  return now.flatMap(({ id, kind, direction, currentDirection }, index) => {
    // A stopped transceiver leaves the list, so the places of the others change.
    const last = id === undefined ? before[index] : before.find((one) => one.id === id)
    return [
      { name: `${kind} direction`, from: last?.direction, to: direction },
      { name: `${kind} currentDirection`, from: last?.currentDirection ?? null, to: currentDirection },
    ]
  })
}
