import type { InspectorMessage, PlainEvent, PlainSnapshot } from '../inspectorMessages'
import { isMachine } from './definition'

type ActorMessage = Extract<InspectorMessage, { type: '@xstate.actor' }>

/** One actor that the app has reported. */
export interface SeenActor {
  sessionId: string
  name: string
  parentId: string | null
  /** The machine's config as JSON; null for other logic, or if the app did not send it again. */
  definition: string | null
  first: PlainSnapshot
  snapshot: PlainSnapshot
  createdAt: string
}

/** One event of one actor, and the snapshots around it. */
export interface Row {
  n: number
  /** Milliseconds since 1970; null when the app does not say. */
  at: number | null
  sessionId: string
  sourceId: string | null
  event: PlainEvent
  before: PlainSnapshot
  /** null until the snapshot has arrived. */
  after: PlainSnapshot | null
}

/** Everything received so far. */
export interface Session {
  actors: Map<string, SeenActor>
  rows: Row[]
  /** The last row of each actor that waits for its snapshot. */
  open: Map<string, Row>
}

/** A session before any message. */
export function createSession(): Session {
  return { actors: new Map(), rows: [], open: new Map() }
}

/** Adds one message. The session is mutable: copying it for each of thousands of events would be slow. */
export function takeMessage(session: Session, message: InspectorMessage): void {
  const { sessionId } = message
  if (message.type === '@xstate.actor') {
    const snapshot = message.snapshot ?? {}
    const known = session.actors.get(sessionId)
    if (known !== undefined && known.createdAt !== '' && known.createdAt === message.createdAt) clear(session)
    session.actors.set(sessionId, {
      sessionId,
      name: nameOf(session, message),
      parentId: message.parentId ?? null,
      definition: message.definition ?? null,
      first: snapshot,
      snapshot,
      createdAt: message.createdAt ?? '',
    })
    return
  }
  const actor = session.actors.get(sessionId) ?? unknownActor(session, sessionId)
  if (message.type === '@xstate.event') {
    const row = addRow(session, actor, message.event, message.createdAt, message.sourceId ?? null)
    session.open.set(sessionId, row)
    return
  }
  const waiting = session.open.get(sessionId)
  const fits = waiting?.event.type === message.event.type
  const row = fits ? waiting : addRow(session, actor, message.event, message.createdAt, null)
  session.open.delete(sessionId)
  row.after = message.snapshot
  actor.snapshot = message.snapshot
}

/** The name of an actor. XState calls a machine without an id `(machine)`, and the library uses the actor's number. */
function nameOf({ actors }: Session, { sessionId, name, definition }: ActorMessage): string {
  if (name !== undefined && name !== sessionId) return name
  if (!isMachine(parsed(definition))) return sessionId
  const same = [...actors.values()].filter(
    (one) => one.sessionId !== sessionId && /^\(machine\)/.test(one.name),
  )
  return same.length === 0 ? '(machine)' : `(machine) ${String(same.length + 1)}`
}

function parsed(definition: string | undefined): unknown {
  try {
    return JSON.parse(definition ?? 'null')
  } catch {
    return null
  }
}

/**
 * A second report of the same actor starts everything again: an app sends everything each time this page announces
 * itself.
 */
function clear({ actors, rows, open }: Session) {
  actors.clear()
  rows.length = 0
  open.clear()
}

/** An app with a limited buffer may send events again without the actors they belong to. */
function unknownActor(session: Session, sessionId: string): SeenActor {
  const actor = {
    sessionId,
    name: sessionId,
    parentId: null,
    definition: null,
    first: {},
    snapshot: {},
    createdAt: '',
  }
  session.actors.set(sessionId, actor)
  return actor
}

function addRow(
  session: Session,
  actor: SeenActor,
  event: PlainEvent,
  createdAt: string | undefined,
  sourceId: string | null,
): Row {
  const time = Number(createdAt)
  const row: Row = {
    n: session.rows.length,
    at: createdAt === undefined || Number.isNaN(time) ? null : time,
    sessionId: actor.sessionId,
    sourceId,
    event,
    before: actor.snapshot,
    after: null,
  }
  session.rows.push(row)
  return row
}

/** The rows whose event, actor or payload contains all words of a filter. */
export function filterRows({ rows, actors }: Session, filter: string, sessionId: string | null): Row[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    if (sessionId !== null && row.sessionId !== sessionId && row.sourceId !== sessionId) return false
    if (words.length === 0) return true
    const text =
      `${row.event.type} ${actors.get(row.sessionId)?.name ?? ''} ${JSON.stringify(row.event)}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The last row of an actor up to a position in the log whose snapshot has arrived. */
export function lastRow(session: Session, sessionId: string, upTo: number): Row | null {
  for (let index = Math.min(upTo, session.rows.length - 1); index >= 0; index--) {
    const row = session.rows[index]
    if (row?.sessionId === sessionId && row.after !== null) return row
  }
  return null
}

/** The last row up to a position in the log that changed an actor's state. */
export function lastMove(session: Session, sessionId: string, upTo: number): Row | null {
  for (let index = Math.min(upTo, session.rows.length - 1); index >= 0; index--) {
    const row = session.rows[index]
    if (row?.sessionId !== sessionId || row.after === null) continue
    if (JSON.stringify(row.before.value) !== JSON.stringify(row.after.value)) return row
  }
  return null
}

/** The number of ancestors of an actor. An actor that claims to be its own ancestor counts as a root. */
export function depthOf({ actors }: Session, { sessionId, parentId }: SeenActor): number {
  const passed = new Set([sessionId])
  let parent = actors.get(parentId ?? '')
  while (parent !== undefined && !passed.has(parent.sessionId)) {
    passed.add(parent.sessionId)
    parent = actors.get(parent.parentId ?? '')
  }
  return passed.size - 1
}

/** The name of an actor, with its parent's if several actors share it. */
export function fullName({ actors }: Session, sessionId: string): string {
  const actor = actors.get(sessionId)
  if (actor === undefined) return sessionId
  const isShared = [...actors.values()].some((one) => one !== actor && one.name === actor.name)
  const parent = actors.get(actor.parentId ?? '')
  return isShared && parent !== undefined ? `${parent.name}/${actor.name}` : actor.name
}
