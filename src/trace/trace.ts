import type { EndContext } from '../../machines/contracts'
import type { EndView } from '../../machines/progress'
import type { End } from '../../machines/steps'
import type { ConnectionId, TraceEvent } from './traceEvent'

/** What is known of one connection at one moment: its states and slots, its candidates, what it drafted and received. */
export type ConnectionFacts = Readonly<
  Pick<
    EndContext,
    | 'peer'
    | 'draft'
    | 'receivedDescription'
    | 'local'
    | 'remote'
    | 'candidateErrors'
    | 'tracks'
    | 'placeholder'
    | 'patience'
    | 'media'
  >
>

/** A connection of a trace, whatever moment is looked at. */
export interface TracedConnection {
  readonly id: ConnectionId
  /** What it is in the call: the offerer is the caller (RFC 9429 §4.1.8). null: nobody knows. */
  readonly role: End | null
}

/** One connection at one moment, as panels read it. */
export interface ConnectionView extends TracedConnection {
  readonly facts: ConnectionFacts
  /** What the machine of its end was doing; null where that was not recorded: a foreign call has no machine of ours. */
  readonly end: EndView | null
}

/** What happened up to one moment, and what was known of each connection at any moment before. */
export interface Trace {
  readonly connections: readonly TracedConnection[]
  /** Oldest first. */
  readonly events: readonly TraceEvent[]
  /** The trace that this is the beginning of; a running call's grows. Projections remember by it (projection.ts). */
  readonly whole: readonly TraceEvent[]
  /** What was known of a connection after so many events; null for one that the trace does not have. */
  factsAt(conn: ConnectionId, index: number): ConnectionFacts | null
}

/** The roles of a call, in the order in which they are shown: the offerer first. */
export const ROLES = ['caller', 'callee'] as const satisfies readonly End[]

/** What a connection is in the call; null where nobody knows, or the trace does not have it. */
export function roleOf(connections: readonly TracedConnection[], id: ConnectionId): End | null {
  return connections.find((connection) => connection.id === id)?.role ?? null
}

/** The connection with a role; null where none has it. Of several the first. */
export function withRole<C extends TracedConnection>(connections: readonly C[], role: End): C | null {
  return connections.find((connection) => connection.role === role) ?? null
}

/** The other connection of a call between two; null in any other trace: who spoke to whom was not recorded. */
export function partnerOf<C extends TracedConnection>(connections: readonly C[], id: ConnectionId): C | null {
  return connections.length === 2 ? (connections.find((connection) => connection.id !== id) ?? null) : null
}
