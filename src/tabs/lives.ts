import * as v from 'valibot'
import type { Settings } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import { peerStatus } from '../recording/stateSchemas'
import type { LogMessage, SharedEntry } from './message'

/** What an end has logged since its tab was loaded or the call was started. */
export interface Life {
  id: string
  /** What it began with. */
  settings: Settings
  entries: SharedEntry[]
}

export type Lives = Partial<Record<End, Life>>

/** What a `log` message brought: a life that was not known before, entries that follow, a gap, or nothing. */
export type Taken = { kind: 'life' | 'gap' | 'nothing' } | { kind: 'entries'; entries: SharedEntry[] }

/** Keeps the newest life of each end; what comes twice is dropped, and what is missing is noticed. */
export function createLives() {
  const past = new Set<string>()
  let lives: Lives = {}

  function begin(end: End, life: Life) {
    const before = lives[end]
    if (before) past.add(before.id)
    lives = { ...lives, [end]: life }
  }

  return {
    all: (): Lives => lives,
    begin,
    clear() {
      for (const { id } of Object.values(lives)) past.add(id)
      lives = {}
    },
    take({ end, life, settings, from, entries }: LogMessage): Taken {
      if (past.has(life)) return { kind: 'nothing' }
      const known = lives[end]?.id === life ? lives[end] : null
      const fresh = entries.slice((known?.entries.length ?? 0) - from)
      if (from > (known?.entries.length ?? 0)) return { kind: 'gap' }
      if (fresh.length === 0) return { kind: 'nothing' }
      if (!isWhole(known?.entries ?? [], fresh)) return { kind: 'nothing' }
      if (known === null) {
        begin(end, { id: life, settings, entries: fresh })
        return { kind: 'life' }
      }
      known.entries.push(...fresh)
      return { kind: 'entries', entries: fresh }
    },
  }
}

/** A connection's first report names every field: panels rely on it. */
function isWhole(...parts: readonly (readonly SharedEntry[])[]): boolean {
  // Part by part: joining them would copy a growing log for every entry that comes.
  const changes = parts.map((part) => part.find(({ event }) => event.type === 'pc.changed')?.event)
  const first = changes.find((event) => event !== undefined)
  return first?.type !== 'pc.changed' || v.is(peerStatus, first.status)
}
