import * as v from 'valibot'
import type { Settings } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import { peerStatus } from '../recording/stateSchemas'
import type { LogMessage, SharedEntry } from './tabMessage'

/** What an end has logged since its tab was loaded or the call was started. */
export interface EndSession {
  id: string
  /** The settings at its beginning. */
  settings: Settings
  entries: SharedEntry[]
}

export type SessionsByEnd = Partial<Record<End, EndSession>>

/** The effect of a `log` message: a new session, entries that follow, a gap, or nothing. */
export type Taken = { kind: 'session' | 'gap' | 'nothing' } | { kind: 'entries'; entries: SharedEntry[] }

/** Keeps the newest session of each end; drops duplicates and reports gaps. */
export function createSessions() {
  const past = new Set<string>()
  let sessions: SessionsByEnd = {}

  function begin(end: End, session: EndSession) {
    const before = sessions[end]
    if (before) past.add(before.id)
    sessions = { ...sessions, [end]: session }
  }

  return {
    all: (): SessionsByEnd => sessions,
    begin,
    clear() {
      for (const { id } of Object.values(sessions)) past.add(id)
      sessions = {}
    },
    take({ end, session: id, settings, from, entries }: LogMessage): Taken {
      if (past.has(id)) return { kind: 'nothing' }
      const known = sessions[end]?.id === id ? sessions[end] : null
      const fresh = entries.slice((known?.entries.length ?? 0) - from)
      if (from > (known?.entries.length ?? 0)) return { kind: 'gap' }
      if (fresh.length === 0) return { kind: 'nothing' }
      if (!isWhole(known?.entries ?? [], fresh)) return { kind: 'nothing' }
      if (known === null) {
        begin(end, { id, settings, entries: fresh })
        return { kind: 'session' }
      }
      known.entries.push(...fresh)
      return { kind: 'entries', entries: fresh }
    },
  }
}

/** The first report of a connection must have every field: panels rely on it. */
function isWhole(...parts: readonly (readonly SharedEntry[])[]): boolean {
  // Each part separately: joining them would copy a growing log for every new entry.
  const changes = parts.map((part) => part.find(({ event }) => event.type === 'pc.changed')?.event)
  const first = changes.find((event) => event !== undefined)
  return first?.type !== 'pc.changed' || v.is(peerStatus, first.status)
}
