import type {
  InspectedActorEvent,
  InspectedEventEvent,
  InspectedSnapshotEvent,
  InspectionEvent,
} from 'xstate'

/** What XState reported about an actor, and when (ms since 1970). */
export interface Inspection {
  at: number
  report: InspectedActorEvent | InspectedEventEvent | InspectedSnapshotEvent
}

/**
 * Number of reports kept for an inspector that is opened later. Of a longer call the inspector gets the newest, and
 * those of every actor's creation.
 */
export const MAX_REPORTS = 10_000

/** Keeps what XState reports about a call's actors, so that an inspector opened later gets all of it. */
export function createInspections() {
  const listeners = new Set<(inspection: Inspection) => void>()
  let past: Inspection[] = []

  return {
    record(report: InspectionEvent) {
      if (!isKept(report)) return
      const inspection = { at: Date.now(), report }
      past.push(inspection)
      // Cut rarely and by half, because each cut reads all reports.
      if (past.length > MAX_REPORTS) past = newest(past, MAX_REPORTS / 2)
      for (const listener of listeners) listener(inspection)
    },
    clear() {
      past = []
    },
    listen(listener: (inspection: Inspection) => void): () => void {
      for (const inspection of past) listener(inspection)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/**
 * The newest `count` reports, and of the older ones those that announce an actor: an inspector needs its definition.
 */
function newest(past: readonly Inspection[], count: number): Inspection[] {
  const from = past.length - count
  return past.filter(({ report }, index) => index >= from || report.type === '@xstate.actor')
}

const KEPT: readonly string[] = ['@xstate.actor', '@xstate.event', '@xstate.snapshot']

function isKept(report: InspectionEvent): report is Inspection['report'] {
  return KEPT.includes(report.type)
}
