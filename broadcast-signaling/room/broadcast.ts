import * as v from 'valibot'
import type { Channel } from '../channel'
import type { MemberId, RoomTransport } from './transport'
import { openBroadcast } from '../broadcast'
import { checkBody, createListeners } from './listeners'
import { createMemberId, ID_PATTERN, MAX_BODY, MAX_MEMBERS } from './transport'

/** Milliseconds in which the members answer a knock. One that answers later is told as joined. */
const KNOCK = 200
/** Milliseconds between two pings, and how many a member may leave unanswered. */
const PING = 3_000
const MISSES = 3

const member = v.pipe(v.string(), v.regex(ID_PATTERN))
const frame = v.variant('kind', [
  // Who is there? Asked before joining.
  v.strictObject({ kind: v.literal('knock'), from: member }),
  // I am here, and who else is?
  v.strictObject({ kind: v.literal('ping'), from: member }),
  v.strictObject({ kind: v.literal('here'), from: member }),
  v.strictObject({ kind: v.literal('left'), from: member }),
  v.strictObject({
    kind: v.literal('message'),
    from: member,
    to: member,
    body: v.pipe(v.string(), v.maxLength(MAX_BODY)),
  }),
])
type Frame = v.InferOutput<typeof frame>

/**
 * A room of pages of one origin in one browser. It has no server, so each member keeps its own list: it pings, and who
 * leaves several pings unanswered is gone. Answers need no timer, so a tab in the background, whose timers are slow,
 * stays in the room. It is never `lost`.
 */
export function openBroadcastRoom(
  room: string,
  self: MemberId = createMemberId(),
  openChannel: (name: string) => Channel = openBroadcast,
): RoomTransport {
  const channel = openChannel(`handshake/room/${room}`)
  const listeners = createListeners()
  // The other members, with the number of pings each has left unanswered.
  const others = new Map<MemberId, number>()
  const unsent: (() => void)[] = []
  const post = (sent: Frame) => channel.post(sent)

  function join(): void {
    if (others.size >= MAX_MEMBERS) {
      end()
      listeners.become('full')
      return
    }
    post({ kind: 'ping', from: self })
    listeners.become('open')
    listeners.tell({ type: 'members', members: [...others.keys()] })
    for (const send of unsent.splice(0)) send()
  }

  function ping(): void {
    for (const [id, misses] of others) {
      if (misses >= MISSES) forget(id, { lost: true })
      else others.set(id, misses + 1)
    }
    post({ kind: 'ping', from: self })
  }

  function meet(id: MemberId): void {
    const isNew = !others.has(id)
    others.set(id, 0)
    if (isNew && listeners.status === 'open') listeners.tell({ type: 'joined', member: id })
  }

  function forget(id: MemberId, how: { lost?: true } = {}): void {
    if (others.delete(id) && listeners.status === 'open') listeners.tell({ type: 'left', member: id, ...how })
  }

  function receive(data: unknown): void {
    const { success, output } = v.safeParse(frame, data)
    if (!success || output.from === self) {
      listeners.tell({ type: 'refused', from: null, reason: 'malformed' })
      return
    }
    const { kind, from } = output
    if (kind === 'left') {
      forget(from)
      return
    }
    if (kind !== 'knock') meet(from)
    if (listeners.status !== 'open') return
    if (kind === 'knock' || kind === 'ping') post({ kind: 'here', from: self })
    if (kind === 'message' && (output.to === 'all' || output.to === self)) {
      listeners.tell({ type: 'message', from, body: output.body })
    }
  }

  function end(): void {
    clearTimeout(knocking)
    clearInterval(pinging)
    unsubscribe()
    channel.close()
  }

  const unsubscribe = channel.subscribe(receive)
  post({ kind: 'knock', from: self })
  const knocking = setTimeout(join, KNOCK)
  const pinging = setInterval(() => {
    if (listeners.status === 'open') ping()
  }, PING)

  return {
    self,
    get status() {
      return listeners.status
    },
    subscribe: listeners.subscribe,
    send(to, body) {
      checkBody(body)
      if (listeners.isOver) return
      const send = () => post({ kind: 'message', from: self, to, body })
      if (listeners.status === 'open') send()
      else unsent.push(send)
    },
    close() {
      if (listeners.isOver) return
      if (listeners.status === 'open') post({ kind: 'left', from: self })
      end()
      listeners.close()
    },
  }
}
