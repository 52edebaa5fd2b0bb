import type { Channel } from '../../broadcast-signaling/channel'
import type { EndEvent, Settings } from '../../machines/contracts'
import type { MachineEvent } from '../../machines/machineEvents'
import type { Script } from '../../machines/script'
import type { End } from '../../machines/steps'
import { toPlain } from '../recording/makeRecording'
import { createSessions } from './endSessions'
import type { SessionsByEnd } from './endSessions'
import { cutLog, readOtherVersion, readRoomMessage, VERSION } from './tabMessage'
import type { RoomMessage, SharedCall, SharedEntry } from './tabMessage'
import { otherEnd } from './roomRole'
import type { RoomRole } from './roomRole'
import type { DeviceRoom } from './deviceRoom'
import { openRoleLocks } from './roleLocks'
import { joiningAt } from './tabsState'
import type { TabsState } from './tabsState'

export interface RoomOptions {
  /** What the tabs of the room play together. */
  script: Script
  role: RoomRole
  openChannel(name: string): Channel
  locks: LockManager | undefined
  /** The room of several devices, which has locks of its own. */
  device?: Pick<DeviceRoom, 'self' | 'locks'> | undefined
  createId(): string
  /** Milliseconds since 1970, the same in every tab. */
  now(): number
  /** The settings of a new session of this tab's end. */
  settings(): Settings
  onState(state: TabsState): void
  /** A call begins, the first or the next: the end that this tab plays must be opened anew. */
  onCall(call: SharedCall, own: End | null, sessions: SessionsByEnd): void
  /** The log of the other end starts differently; `sessions` is everything known of the call. */
  onSessions(sessions: SessionsByEnd): void
  /** New entries of the other end's log. */
  onEntries(end: End, entries: readonly SharedEntry[]): void
  /** Another tab changed the settings of both ends. */
  onSettings(settings: Settings): void
}

export interface Room {
  /** Shares an event of the end that this tab plays. */
  share(at: number, event: EndEvent | MachineEvent): void
  /** Starts the call again, in every tab of the room. */
  startOver(): void
  changeSettings(settings: Settings): void
  /** Leaves the room and announces it to the others. Idempotent. */
  close(): void
}

type Body = RoomMessage extends infer M ? (M extends RoomMessage ? Omit<M, 'v' | 'tab'> : never) : never

/**
 * Joins the tabs of one call. Each tab plays one end; the ends know each other only by signaling. On a separate channel
 * the tabs exchange their logs, claim roles, and start over together. Nothing here reaches a machine. The call with the
 * highest number wins, so tabs that start over at the same moment agree in the end.
 */
export function openRoom(options: RoomOptions): Room {
  const { script, role, locks, createId } = options
  const tab = options.device?.self ?? createId()
  // A bench and a call may have rooms of the same name; those of calls kept theirs.
  const place = script.bench === undefined ? role.room : `${script.id}/${role.room}`
  const channel = options.openChannel(`handshake/${place}/log`)
  const roleLocks = options.device?.locks ?? openRoleLocks(place, locks)
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
      // The channel was closed from outside: an InvalidStateError here would reach the machine whose event is being
      // shared.
      show({ status: 'cut-off' })
    }
  }

  function hello(reply: boolean) {
    post({ kind: 'hello', role: state.own, call, settings: options.settings(), reply })
  }

  function shareAll() {
    const { own } = state
    const session = own && sessions.all()[own]
    if (!own || !session || call === null || session.entries.length === 0) return
    const { id, settings, entries } = session
    for (const { from, piece } of cutLog(entries))
      post({ kind: 'log', call: call.id, end: own, session: id, settings, from, entries: piece })
  }

  function holdRole(end: End, how: 'locked' | 'unopposed') {
    if (closed || claiming.signal.aborted) return
    show({ own: end, status: 'in', presence: { ...state.presence, [end]: 'here' } })
    hello(true)
    if (call !== null) openOwn(call)
    else void beginAlone(end, how)
  }

  /** Without another tab there is no call to join. */
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
      // Only without locks can two tabs have claimed the role at once.
      if (who < tab) full()
      return
    }
    if (end === role.end && state.own === null) full()
    if (holders[end] === who) return
    holders[end] = who
    show({ presence: { ...state.presence, [end]: 'here' } })
    void roleLocks.free(end, who).then(() => miss(who))
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
    const message = readRoomMessage(data, script)
    if (message === null) noteOtherVersion(data)
    else if (message.kind === 'bye') miss(message.tab)
    else if (message.kind === 'settings') options.onSettings(message.settings)
    else if (message.kind === 'log') takeLog(message)
    else takeHello(message)
  }

  /** Refused and reported: a log without the steps of its intents cannot be replayed. */
  function noteOtherVersion(data: unknown) {
    const other = readOtherVersion(data)
    if (other === null) return
    if (other.leaves) otherVersions.delete(other.tab)
    else otherVersions.add(other.tab)
    const hasOtherVersion = otherVersions.size > 0
    if (hasOtherVersion !== state.hasOtherVersion) show({ hasOtherVersion })
  }

  function takeHello(message: Extract<RoomMessage, { kind: 'hello' }>) {
    if (message.role !== null) meet(message.role, message.tab)
    const later = laterCall(message.call, call)
    if (later !== null) {
      if (call === null) options.onSettings(message.settings)
      begin(later)
      // Messages before this tab knew the call were ignored, so the others must repeat them.
      hello(true)
    } else if (message.call === null && message.role === 'callee' && call === null) {
      // Both tabs joined at once and neither knows a call: the caller starts it.
      if (state.own === 'caller') startOver()
    }
    if (!message.reply) return
    hello(false)
    shareAll()
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
    share(at, event) {
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
        session: id,
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
 * More starts than a room makes while one tab does not listen. A message that claims more is invalid: accepting it
 * could use up the numbers, so that nobody could start over any more.
 */
const MAX_AHEAD = 10_000

/** A call that must replace this tab's own; null if it is not later, or missing. */
function laterCall(one: SharedCall | null, own: SharedCall | null): SharedCall | null {
  if (one === null || one.round > (own?.round ?? 0) + MAX_AHEAD) return null
  if (own === null) return one
  return one.round > own.round || (one.round === own.round && one.id > own.id) ? one : null
}
