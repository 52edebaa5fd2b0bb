import type { EndContext } from '../../machines/contracts'
import type { EndView } from '../../machines/progress'
import type { Script } from '../../machines/script'
import type { End } from '../../machines/steps'
import type { ConnectionId, TraceEvent } from './traceEvent'

/**
 * What is known of one connection at one moment: its states and slots, its candidates, its draft and the description it
 * received.
 */
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

/** A connection of a trace, independent of the moment. */
export interface TracedConnection {
  readonly id: ConnectionId
  /** The role in the call: the offerer is the caller (RFC 9429 §4.1.8). null: unknown. */
  readonly role: End | null
}

/** One connection at one moment, as panels read it. */
export interface ConnectionView extends TracedConnection {
  readonly facts: ConnectionFacts
  /** The state of its end's machine; null if it was not recorded: a foreign call has no machine of this app. */
  readonly end: EndView | null
}

/** The events up to one moment, and what was known of each connection at any moment before. */
export interface Trace {
  readonly connections: readonly TracedConnection[]
  /** The script whose steps its events name; null for a trace of no script of this app. */
  readonly script: Script | null
  /** Oldest first. */
  readonly events: readonly TraceEvent[]
  /**
   * The complete trace, of which `events` is the beginning; that of a running call grows. Projections are cached by it
   * (projection.ts).
   */
  readonly whole: readonly TraceEvent[]
  /** What was known of a connection after `index` events; null for a connection that the trace lacks. */
  factsAt(conn: ConnectionId, index: number): ConnectionFacts | null
}

/** The roles of a call in the order of display: the offerer first. */
export const ROLES = ['caller', 'callee'] as const satisfies readonly End[]

/** The role of a connection; null if it is unknown, or if the trace lacks the connection. */
export function roleOf(connections: readonly TracedConnection[], id: ConnectionId): End | null {
  return connections.find((connection) => connection.id === id)?.role ?? null
}

/** The connection with a role; null if none has it. If several have it, the first. */
export function withRole<C extends TracedConnection>(connections: readonly C[], role: End): C | null {
  return connections.find((connection) => connection.role === role) ?? null
}

/**
 * The other connection of a call between two; null in any other trace, because it does not say which connections belong
 * together.
 */
export function partnerOf<C extends TracedConnection>(connections: readonly C[], id: ConnectionId): C | null {
  return connections.length === 2 ? (connections.find((connection) => connection.id !== id) ?? null) : null
}
