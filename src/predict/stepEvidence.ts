import type { PeerStatus } from '../../machines/contracts'
import type { End } from '../../machines/steps'
import { lastRun, readRuns } from '../projections/runs'
import type { LessonId } from '../lessons/lessonIds'
import { roleOf, withRole } from '../trace/trace'
import type { Trace } from '../trace/trace'
import type { TraceEvent } from '../trace/traceEvent'

/** The status of each connection at one moment; null before it was created. */
export type Peers = Readonly<Record<End, PeerStatus | null>>

/** An event, and the role of its connection; null if the role is unknown. */
export interface RoleEvent {
  readonly role: End | null
  readonly event: TraceEvent
}

/** What a question is judged by: only what the browser reported around one step. */
export interface Evidence {
  /** Both connections just before the step ran. */
  readonly before: Peers
  /** Both connections when its call had settled. */
  readonly after: Peers
  /** The events from the call to its settlement, inclusive. */
  readonly during: readonly RoleEvent[]
  /** The events from the call to the next step, or to the newest. */
  readonly since: readonly RoleEvent[]
  /** The events from the call to the newest, including later steps: for events that come late when steps run fast. */
  readonly onward: readonly RoleEvent[]
  /** Both connections at the end of `since`. */
  readonly latest: Peers
  /** Whether the next step has begun, so that `since` is complete. */
  readonly isOver: boolean
  /** What the call returned. */
  readonly output: unknown
}

interface Span {
  start: number
  settled: number
  end: number
}

/** The evidence in a trace for a step, or for what follows the thirteen; null until it has run. */
export function readEvidence(trace: Trace, lesson: LessonId): Evidence | null {
  const span = spanOf(trace, lesson)
  if (span === null) return null
  const { start, settled, end } = span
  const { connections, events } = trace
  const outcome = events[settled]
  const onward = events.slice(start).map((event) => ({ role: roleOf(connections, event.conn), event }))
  return {
    before: peersAt(trace, start),
    after: peersAt(trace, settled + 1),
    during: onward.slice(0, settled + 1 - start),
    since: onward.slice(0, end - start),
    onward,
    latest: peersAt(trace, end),
    isOver: end < events.length,
    output: outcome?.kind === 'resolved' && 'step' in outcome ? outcome.data : undefined,
  }
}

function spanOf(trace: Trace, lesson: LessonId): Span | null {
  const { events } = trace
  const hangUp = events.findIndex(({ kind, name }) => kind === 'intent' && name === 'call.hang-up')
  const last = hangUp === -1 ? events.length : hangUp
  if (lesson === 'hang-up') {
    return hangUp === -1 ? null : { start: hangUp, settled: hangUp, end: events.length }
  }
  const runs = readRuns(trace)
  const run = lastRun(runs, lesson === 'connected' ? 'set-remote-answer' : lesson)
  if (run === undefined || run.outcome === 'running' || run.outcome === 'failed') return null
  const settled = (run.settle ?? run.start).seq
  // The candidates that step 5 waits for began to arrive with step 4.
  const source = lesson === 'gather-candidates' ? lastRun(runs, 'set-local-offer')?.settle : run.start
  const next = runs.find(({ start }) => start.seq > run.start.seq)?.start.seq ?? last
  return { start: source?.seq ?? run.start.seq, settled, end: Math.min(next, last) }
}

/** The status of each connection before the event at a position. */
export function peersAt(trace: Trace, index: number): Peers {
  const peerOf = (role: End) => {
    const connection = withRole(trace.connections, role)
    return connection && (trace.factsAt(connection.id, index)?.peer ?? null)
  }
  return { caller: peerOf('caller'), callee: peerOf('callee') }
}
