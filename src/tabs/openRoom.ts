import type { Channel } from '../../broadcast-signaling/channel'
import type { EndEvent, Settings } from '../../machines/contracts'
import type { MachineEvent } from '../../machines/machineEvents'
import type { End } from '../../machines/steps'
import { toPlain } from '../recording/makeRecording'
import { createSessions } from './endSessions'
import type { SessionsByEnd } from './endSessions'
import { MAX_ENTRIES, readOtherVersion, readRoomMessage, VERSION } from './tabMessage'
import type { RoomMessage, SharedCall, SharedEntry } from './tabMessage'
import { otherEnd } from './roomRole'
import type { RoomRole } from './roomRole'
import { openRoleLocks } from './roleLocks'
import { joiningAt } from './tabsState'
import type { TabsState } from './tabsState'

export interface RoomOptions {
  role: RoomRole
  openChannel(name: string): Channel
  locks: LockManager | undefined
  createId(): string
  /** Milliseconds since 1970, the same in every tab. */
  now(): number
  /** What a new session of this tab's end begins with. */
  settings(): Settings
  onState(state: TabsState): void
  /** A call begins here, the first or the next: the end that this tab plays is to be opened afresh. */
  onCall(call: SharedCall, own: End | null, sessions: SessionsByEnd): void
  /** The log of the other end has another beginning; `sessions` is all that is known of the call. */
  onSessions(sessions: SessionsByEnd): void
  /** The other end's log goes on. */
  onEntries(end: End, entries: readonly SharedEntry[]): void
  /** Another tab changed what both ends start with. */
  onSettings(settings: Settings): void
}

export interface Room {
  /** Shares an event of the end that this tab plays. */
  tell(at: number, event: EndEvent | MachineEvent): void
  /** Begins the call anew, in every tab of the room. */
  startOver(): void
  changeSettings(settings: Settings): void
  /** Leaves: whoever stays is told. Idempotent. */
  close(): void
}

type Body = RoomMessage extends infer M ? (M extends RoomMessage ? Omit<M, 'v' | 'tab'> : never) : never

/**
 * Joins the tabs of one call. Each plays one end, which knows the other by signaling alone; on a channel of their
 * own they show each other their logs, agree on who sits where, and start over together. Nothing here reaches a
 * machine. The tab with the highest call wins, so tabs that start over at the same moment agree in the end.
 */
export function openRoom(options: RoomOptions): Room {
  const { role, locks, createId } = options
  const tab = createId()
  const channel = options.openChannel(`handshake/${role.room}/log`)
  const roleLocks = openRoleLocks(role.room, locks)
  const claiming = new AbortController()
  const sessions = createSessions()
  const holders: Partial<Record<End, string>> = {}
  const otherVersions = new Set<string>()
  let state = joiningAt(role)
  let call: SharedCall | null = null
  let closed = false

  function show(change: Partial<TabsState>) {
    state = { ...state, ...change }
    options.onState(state)
  }

  function post(body: Body) {
    if (closed || state.status === 'cut-off') return
    try {
      channel.post({ v: VERSION, tab, ...body })
    } catch {
      // Closed under us: an InvalidStateError here would reach the machine whose event is being told.
      show({ status: 'cut-off' })
    }
  }

  function hello(reply: boolean) {
    post({ kind: 'hello', seat: state.own, call, settings: options.settings(), reply })
  }

  function tellAll() {
    const { own } = state
    const session = own && sessions.all()[own]
    if (!own || !session || call === null || session.entries.length === 0) return
    const { id, settings, entries } = session
    // In pieces: a reader refuses a message with too many entries, and would ask for the same again for ever.
    for (let from = 0; from < entries.length; from += MAX_ENTRIES) {
      const piece = entries.slice(from, from + MAX_ENTRIES)
      post({ kind: 'log', call: call.id, end: own, life: id, settings, from, entries: piece })
    }
  }

  function holdRole(end: End, how: 'locked' | 'unopposed') {
    if (closed || claiming.signal.aborted) return
    show({ own: end, status: 'in', presence: { ...state.presence, [end]: 'here' } })
    hello(true)
    if (call !== null) openOwn(call)
    else void beginAlone(end, how)
  }

  /** With nobody at the other end there is nobody to hear of a call from. */
  async function beginAlone(end: End, how: 'locked' | 'unopposed') {
    if (how === 'locked') await roleLocks.free(otherEnd(end))
    else if (state.presence[otherEnd(end)] === 'here') return
    if (call === null) startOver()
  }

  function startOver() {
    if (closed || state.own === null) return
    begin({ round: (call?.round ?? 0) + 1, id: createId(), began: options.now() })
    hello(false)
  }

  function begin(next: SharedCall) {
    call = next
    sessions.clear()
    openOwn(next)
  }

  function openOwn(current: SharedCall) {
    const { own } = state
    if (own !== null) sessions.begin(own, { id: createId(), settings: options.settings(), entries: [] })
    options.onCall(current, own, sessions.all())
  }

  function meet(end: End, who: string) {
    if (end === state.own) {
      // Only without locks can two tabs have sat down at once.
      if (who < tab) full()
      return
    }
    if (end === role.end && state.own === null) full()
    if (holders[end] === who) return
    holders[end] = who
    show({ presence: { ...state.presence, [end]: 'here' } })
    void roleLocks.free(end).then(() => miss(who))
  }

  function full() {
    claiming.abort()
    show({ status: 'full', own: null })
  }

  function miss(who: string) {
    for (const end of ['caller', 'callee'] as const) {
      if (closed || holders[end] !== who) continue
      Reflect.deleteProperty(holders, end)
      show({ presence: { ...state.presence, [end]: 'gone' } })
    }
  }

  function receive(data: unknown) {
    if (closed) return
    const message = readRoomMessage(data)
    if (message === null) hearOther(data)
    else if (message.kind === 'bye') miss(message.tab)
    else if (message.kind === 'settings') options.onSettings(message.settings)
    else if (message.kind === 'log') takeLog(message)
    else takeHello(message)
  }

  /** Refused, and said so: a log without the steps of its presses cannot be replayed. */
  function hearOther(data: unknown) {
    const other = readOtherVersion(data)
    if (other === null) return
    if (other.leaves) otherVersions.delete(other.tab)
    else otherVersions.add(other.tab)
    const hasOtherVersion = otherVersions.size > 0
    if (hasOtherVersion !== state.hasOtherVersion) show({ hasOtherVersion })
  }

  function takeHello(message: Extract<RoomMessage, { kind: 'hello' }>) {
    if (message.seat !== null) meet(message.seat, message.tab)
    const later = laterCall(message.call, call)
    if (later !== null) {
      if (call === null) options.onSettings(message.settings)
      begin(later)
      // What was said before this tab knew the call went past it.
      hello(true)
    } else if (message.call === null && message.seat === 'callee' && call === null) {
      // Both sat down at once, and neither has heard of a call: it is the caller who calls.
      if (state.own === 'caller') startOver()
    }
    if (!message.reply) return
    hello(false)
    tellAll()
  }

  function takeLog(message: Extract<RoomMessage, { kind: 'log' }>) {
    const { end } = message
    if (message.call !== call?.id || end === state.own) return
    const taken = sessions.take(message)
    if (taken.kind === 'gap') hello(true)
    else if (taken.kind === 'session') options.onSessions(sessions.all())
    else if (taken.kind === 'entries') options.onEntries(end, taken.entries)
  }

  const unsubscribe = channel.subscribe(receive)
  options.onState(state)
  hello(true)
  if (role.end !== null) {
    const { end } = role
    void roleLocks.claim(end, claiming.signal).then((how) => holdRole(end, how))
  }

  return {
    tell(at, event) {
      const { own } = state
      const session = own && sessions.all()[own]
      if (!own || !session || call === null) return
      const entry = { at, event: toPlain(event) } as SharedEntry
      session.entries.push(entry)
      const { id, settings, entries } = session
      post({
        kind: 'log',
        call: call.id,
        end: own,
        life: id,
        settings,
        from: entries.length - 1,
        entries: [entry],
      })
    },
    startOver,
    changeSettings: (settings) => post({ kind: 'settings', settings }),
    close() {
      if (closed) return
      post({ kind: 'bye' })
      closed = true
      claiming.abort()
      unsubscribe()
      channel.close()
      roleLocks.release()
    },
  }
}

/**
 * More starts than the tabs of a room make while one of them does not listen. A message that claims more is nonsense:
 * believed, it could bring the count to its end, and nobody could start over any more.
 */
const MAX_AHEAD = 10_000

/** A call that is to replace this tab's own; null if it is not later, or none. */
function laterCall(one: SharedCall | null, own: SharedCall | null): SharedCall | null {
  if (one === null || one.round > (own?.round ?? 0) + MAX_AHEAD) return null
  if (own === null) return one
  return one.round > own.round || (one.round === own.round && one.id > own.id) ? one : null
}
