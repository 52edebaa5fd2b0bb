import type {
  InspectedActorEvent,
  InspectedEventEvent,
  InspectedSnapshotEvent,
  InspectionEvent,
} from 'xstate'

/** What XState reported of an actor, and when (ms since 1970). */
export interface Inspection {
  at: number
  report: InspectedActorEvent | InspectedEventEvent | InspectedSnapshotEvent
}

/** Keeps what XState reports of a call's actors, so that an inspector opened later hears it from the beginning. */
export function createInspections() {
  const listeners = new Set<(inspection: Inspection) => void>()
  let past: Inspection[] = []

  return {
    record(report: InspectionEvent) {
      if (!isKept(report)) return
      const inspection = { at: Date.now(), report }
      past.push(inspection)
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

const KEPT: readonly string[] = ['@xstate.actor', '@xstate.event', '@xstate.snapshot']

function isKept(report: InspectionEvent): report is Inspection['report'] {
  return KEPT.includes(report.type)
}
