import type { TransportListeners } from './listeners'
import type { MemberId, Receiver, RoomTransport, TransportEvent } from './transport'
import { checkBody, createListeners } from './listeners'
import { createMemberId, MAX_MEMBERS } from './transport'

/** A relay inside one page: for tests. */
export interface MemoryRooms {
  /** Joins a room; the member is in it one microtask later. */
  open(room: string, self?: MemberId): RoomTransport
  /** Cuts a member's connection. The others notice nothing, and what they say is kept. */
  cut(member: MemberId): void
  /** Connects it again: it gets what it missed, then `open` and `members`. */
  mend(member: MemberId): void
  /** Gives up a member that was cut: the others get `left`, and what was kept for it is gone. */
  expire(member: MemberId): void
}

interface Member {
  id: MemberId
  room: string
  state: 'joining' | 'open' | 'cut' | 'expired'
  listeners: TransportListeners
  /** What waits for the member while it is cut, and what it wants to send meanwhile. */
  missed: TransportEvent[]
  unsent: { to: Receiver; body: string }[]
}

/** The same contract as the other transports, with a network that a test can cut. */
export function createMemoryRooms({ capacity = MAX_MEMBERS } = {}): MemoryRooms {
  const members = new Map<MemberId, Member>()

  const others = ({ id, room }: Member) =>
    [...members.values()].filter(
      (other) => other.room === room && other.id !== id && (other.state === 'open' || other.state === 'cut'),
    )

  function give(member: Member, event: TransportEvent): void {
    if (member.state === 'cut') member.missed.push(event)
    else queueMicrotask(() => member.listeners.tell(event))
  }

  function enter(member: Member): void {
    const present = others(member)
    if (present.length >= capacity) {
      members.delete(member.id)
      member.listeners.become('full')
      return
    }
    const wasHere = member.state === 'cut'
    member.state = 'open'
    if (!wasHere) for (const other of present) give(other, { type: 'joined', member: member.id })
    member.listeners.become('open')
    member.listeners.tell({ type: 'members', members: present.map(({ id }) => id) })
    for (const { to, body } of member.unsent.splice(0)) route(member, to, body)
  }

  function route(member: Member, to: Receiver, body: string): void {
    if (member.state !== 'open') {
      member.unsent.push({ to, body })
      return
    }
    for (const other of others(member)) {
      if (to === 'all' || to === other.id) give(other, { type: 'message', from: member.id, body })
    }
  }

  function leave(member: Member, how: { lost?: true } = {}): void {
    for (const other of others(member)) give(other, { type: 'left', member: member.id, ...how })
  }

  const find = (id: MemberId) => {
    const member = members.get(id)
    if (!member) throw new RangeError(`There is no member ${id}.`)
    return member
  }

  return {
    open(room, self = createMemberId()) {
      const listeners = createListeners()
      const member: Member = { id: self, room, state: 'joining', listeners, missed: [], unsent: [] }
      members.set(self, member)
      queueMicrotask(() => {
        if (members.get(self) === member) enter(member)
      })
      return {
        self,
        get status() {
          return listeners.status
        },
        subscribe: listeners.subscribe,
        send(to, body) {
          checkBody(body)
          if (!listeners.isOver) route(member, to, body)
        },
        close() {
          if (listeners.isOver) return
          members.delete(self)
          if (member.state === 'open' || member.state === 'cut') leave(member)
          listeners.close()
        },
      }
    },
    cut(id) {
      const member = find(id)
      member.state = 'cut'
      queueMicrotask(() => member.listeners.become('lost'))
    },
    mend(id) {
      const member = find(id)
      queueMicrotask(() => {
        for (const event of member.missed.splice(0)) member.listeners.tell(event)
        enter(member)
      })
    },
    expire(id) {
      const member = find(id)
      leave(member, { lost: true })
      member.state = 'expired'
      member.missed = []
    },
  }
}
