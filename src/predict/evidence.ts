import type { PeerStatus } from '../../machines/contracts'
import type { LogEntry } from '../../machines/log'
import type { End } from '../../machines/steps'
import { lastRun, readRuns } from '../projections/runs'
import { fromLog } from '../trace/fromLog'
import type { LessonId } from '../lessons/lessonIds'

/** What each connection said at one moment; null before it was made. */
export type Peers = Readonly<Record<End, PeerStatus | null>>

/** What a question is judged by: what the browser reported around one step, and nothing else. */
export interface Evidence {
  /** Both connections just before the step ran. */
  readonly before: Peers
  /** Both connections when its call had settled. */
  readonly after: Peers
  /** From the call to its outcome, the outcome being the last. */
  readonly during: readonly LogEntry[]
  /** From the call to the step after it, or to now. */
  readonly since: readonly LogEntry[]
  /** From the call to now, whatever has been run meanwhile: for what comes late when steps run fast. */
  readonly onward: readonly LogEntry[]
  /** Both connections at the end of `since`. */
  readonly latest: Peers
  /** Whether the step after it has begun: `since` will not grow any more. */
  readonly isOver: boolean
  /** What the call returned. */
  readonly output: unknown
}

interface Span {
  start: number
  settled: number
  end: number
}

const UNKNOWN: Peers = { caller: null, callee: null }

/** The evidence a log holds for a step, or for what follows the thirteen; null until it has run. */
export function readEvidence(entries: readonly LogEntry[], lesson: LessonId): Evidence | null {
  const span = spanOf(entries, lesson)
  if (span === null) return null
  const { start, settled, end } = span
  const outcome = entries[settled]?.event
  return {
    before: peersAt(entries.slice(0, start)),
    after: peersAt(entries.slice(0, settled + 1)),
    during: entries.slice(start, settled + 1),
    since: entries.slice(start, end),
    onward: entries.slice(start),
    latest: peersAt(entries.slice(0, end)),
    isOver: end < entries.length,
    output: outcome !== undefined && 'output' in outcome ? outcome.output : undefined,
  }
}

function spanOf(entries: readonly LogEntry[], lesson: LessonId): Span | null {
  const hangUp = entries.findIndex(({ event }) => event.type === 'call.hang-up')
  const last = hangUp === -1 ? entries.length : hangUp
  if (lesson === 'hang-up') {
    return hangUp === -1 ? null : { start: hangUp, settled: hangUp, end: entries.length }
  }
  const events = fromLog(entries)
  const runs = readRuns({ events, whole: events })
  const run = lastRun(runs, lesson === 'connected' ? 'set-remote-answer' : lesson)
  if (run === undefined || run.outcome === 'running' || run.outcome === 'failed') return null
  const settled = (run.settle ?? run.start).seq
  // What step 5 watches began with step 4.
  const source = lesson === 'gather-candidates' ? lastRun(runs, 'set-local-offer')?.settle : run.start
  const next = runs.find(({ start }) => start.seq > run.start.seq)?.start.seq ?? last
  return { start: source?.seq ?? run.start.seq, settled, end: Math.min(next, last) }
}

/** What each connection said last in these entries. */
export function peersAt(entries: readonly LogEntry[]): Peers {
  const peers: Record<End, PeerStatus | null> = { ...UNKNOWN }
  for (const { end, event } of entries) {
    // The first report of a connection is whole (machines/facts.ts).
    if (event.type === 'pc.changed') peers[end] = { ...peers[end], ...event.status } as PeerStatus
  }
  return peers
}
