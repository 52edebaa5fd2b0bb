/* The messages between an app and the inspector window. The first four are the protocol of @statelyai/inspect. Those
   with `handshake` add a way to send events back, which that protocol lacks; they are optional. */

/** A snapshot as it is sent: machines have a value, other actors an output or an error. */
export interface PlainSnapshot {
  status?: string
  value?: unknown
  context?: unknown
  output?: unknown
  error?: unknown
  /** For each history state of a machine, the states to restore. */
  historyValue?: unknown
}

export interface PlainEvent {
  type: string
  [key: string]: unknown
}

interface Base {
  sessionId: string
  /** Milliseconds since 1970, as text. */
  createdAt?: string
}

export type InspectorMessage =
  | (Base & {
      type: '@xstate.actor'
      name?: string
      parentId?: string
      /** The machine's config as JSON; other actor logic has none. */
      definition?: string
      snapshot?: PlainSnapshot
    })
  | (Base & { type: '@xstate.event'; event: PlainEvent; sourceId?: string })
  | (Base & { type: '@xstate.snapshot'; event: PlainEvent; snapshot: PlainSnapshot })

/** The window's first message: the app answers by sending everything again. */
export const CONNECTED = '@statelyai.connected'
/** The app says which types of events it takes from the window. */
export const ACCEPTS = '@handshake.accepts'
/** The window asks to send an event to an actor. */
export const SEND = '@handshake.send'
/** The channel on which an app that was reloaded finds a window that stayed open. */
export const HELLO_CHANNEL = 'handshake-inspector'

/** Any app may send a value; one that is nested deeper, or has more parts, is not a state that a person could read. */
const MAX_DEPTH = 200
const MAX_PARTS = 200_000

const TEXTS = ['createdAt', 'name', 'parentId', 'definition', 'sourceId'] as const

/**
 * Reads a message of the protocol; null for anything else, and for what JSON cannot express. A null text counts as
 * missing. Never throws.
 */
export function readMessage(posted: unknown): InspectorMessage | null {
  if (!isRecord(posted)) return null
  const data = withoutNulls(posted)
  if (typeof data['sessionId'] !== 'string' || !isPlain(data)) return null
  const { type, event, snapshot } = data
  if (TEXTS.some((name) => data[name] !== undefined && typeof data[name] !== 'string')) return null
  const isActor = type === '@xstate.actor' && (snapshot == null || isRecord(snapshot))
  if (isActor) return data as unknown as InspectorMessage
  const hasEvent = isRecord(event) && typeof event['type'] === 'string'
  if (type === '@xstate.event' && hasEvent) return data as unknown as InspectorMessage
  if (type === '@xstate.snapshot' && hasEvent && isRecord(snapshot))
    return data as unknown as InspectorMessage
  return null
}

/** Reads the types of events that an app takes; null if it is another message. */
export function readAccepts(data: unknown): string[] | null {
  if (!isRecord(data) || data['type'] !== ACCEPTS || !Array.isArray(data['events'])) return null
  return data['events'].filter((type): type is string => typeof type === 'string')
}

/** Reads a request to send an event; null if it is another message. */
export function readSend(data: unknown): { sessionId: string; event: unknown } | null {
  if (!isRecord(data) || data['type'] !== SEND || typeof data['sessionId'] !== 'string') return null
  return { sessionId: data['sessionId'], event: data['event'] }
}

function withoutNulls(data: Record<string, unknown>): Record<string, unknown> {
  const given = Object.entries(data).filter(
    ([name, part]) => part !== null || !TEXTS.some((text) => text === name),
  )
  return Object.fromEntries(given)
}

/** A structured clone may hold values that the views cannot show (BigInt, Map, a cycle). */
function isPlain(data: unknown): boolean {
  let parts = 0
  function fits(part: unknown, depth: number): boolean {
    parts++
    if (typeof part === 'bigint' || depth > MAX_DEPTH || parts > MAX_PARTS) return false
    if (typeof part !== 'object' || part === null) return true
    return Object.values(part).every((inner) => fits(inner, depth + 1))
  }
  return fits(data, 0)
}

/** Whether a value is an object and no array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
