import type { PeerStatus } from '../../../machines/contracts'
import { isAction } from '../../../machines/events'
import type { LogEntry } from '../../../machines/log'
import type { End } from '../../../machines/steps'

export type Field = keyof PeerStatus
type Statuses = Record<End, Partial<PeerStatus>>

/** The fields of each end that differ from what they were before the learner's last action. */
export function changedFields(entries: readonly LogEntry[]): Record<End, ReadonlySet<Field>> {
  // Changed in place: a log can be long, and this runs for every moment that a slider passes.
  const now: Statuses = { caller: {}, callee: {} }
  let before: Statuses = { caller: {}, callee: {} }
  for (const entry of entries) {
    if (isAction(entry)) before = { caller: { ...now.caller }, callee: { ...now.callee } }
    else if (entry.event.type === 'pc.changed') Object.assign(now[entry.end], entry.event.status)
  }
  return { caller: differences(before.caller, now.caller), callee: differences(before.callee, now.callee) }
}

function differences(before: Partial<PeerStatus>, now: Partial<PeerStatus>): Set<Field> {
  const fields = Object.keys(now) as Field[]
  return new Set(fields.filter((field) => text(before[field]) !== text(now[field])))
}

/** An empty slot of a new connection looks as it did before there was one. */
function text(value: PeerStatus[Field] | null | undefined): string {
  return JSON.stringify(value ?? null)
}
