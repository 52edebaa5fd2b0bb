import type { PeerStatus } from '../../../machines/contracts'
import { lastActionAt } from '../../projections/actions'
import type { Trace } from '../../trace/trace'
import type { ConnectionId } from '../../trace/traceEvent'

export type Field = keyof PeerStatus

/** The fields of a connection that have changed since the learner's last action. */
export function changedFields(trace: Trace, conn: ConnectionId): ReadonlySet<Field> {
  const before = trace.factsAt(conn, lastActionAt(trace) ?? 0)?.peer
  const now = trace.factsAt(conn, trace.events.length)?.peer
  const fields = Object.keys(now ?? {}) as Field[]
  return new Set(fields.filter((field) => text(before?.[field]) !== text(now?.[field])))
}

/** An empty slot of a new connection looks like none. */
function text(value: PeerStatus[Field] | null | undefined): string {
  return JSON.stringify(value ?? null)
}
