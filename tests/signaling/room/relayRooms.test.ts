import type { WebSocket } from 'ws'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LIMITS } from '../../../scripts/relay/frames.mjs'
import { createRooms } from '../../../scripts/relay/rooms.mjs'

type Rooms = ReturnType<typeof createRooms>
type Member = Exclude<ReturnType<Rooms['join']>, string>
interface Frame {
  type: string
  n?: number
  from?: string
  body?: string
  received?: number
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A member whose connection can be cut, so that frames on their way in either direction are lost. */
function createClient(rooms: Rooms, room: string, id: string) {
  let me: Member | null = null
  // What the relay has put on the wire, not yet read here.
  let wire: Frame[] = []
  let received = 0
  let unconfirmed: { n: number; to: string; body: string }[] = []
  const heard: string[] = []
  let number = 0

  function read(): void {
    for (const frame of wire.splice(0)) {
      if (frame.n !== undefined && frame.type !== 'ack') {
        expect(frame.n).toBe(received + 1)
        received = frame.n
      }
      if (frame.type === 'message') heard.push(`${frame.from}: ${frame.body}`)
      if (frame.type === 'ack') unconfirmed = unconfirmed.filter(({ n }) => n > frame.n!)
    }
  }

  return {
    room,
    id,
    heard,
    said: [] as { to: string; body: string }[],
    get isConnected() {
      return me !== null
    },
    read,
    connect() {
      if (me) return
      const own: Frame[] = []
      wire = own
      const socket = { send: (text: string) => own.push(JSON.parse(text) as Frame), terminate: () => {} }
      const joined = rooms.join(socket as unknown as WebSocket, {
        type: 'join',
        v: 1,
        room,
        member: id,
        key: id,
        received,
      })
      if (typeof joined === 'string') throw new Error(joined)
      me = joined
      const welcome = own.find(({ type }) => type === 'welcome')!
      read()
      for (const frame of unconfirmed)
        if (frame.n > welcome.received!) rooms.send(me, { type: 'send', ...frame })
    },
    say(to: string, body: string) {
      number += 1
      unconfirmed.push({ n: number, to, body })
      this.said.push({ to, body })
      if (me) rooms.send(me, { type: 'send', n: number, to, body })
    },
    confirm() {
      if (me) rooms.confirm(me, received)
    },
    /** Both ends lose what was on the wire; the relay notices at once. */
    cut() {
      if (!me) return
      wire = []
      rooms.lose(me)
      me = null
    },
  }
}

it('whatever is cut and when, everything arrives once, in order, and in its room only', () => {
  const step = fc.record({
    who: fc.nat(3),
    what: fc.constantFrom('say', 'say to all', 'read', 'confirm', 'cut', 'connect'),
    to: fc.nat(3),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const rooms = createRooms(LIMITS)
      const clients = ['a', 'b', 'c', 'd'].map((id, at) => createClient(rooms, at < 2 ? 'one' : 'two', id))
      for (const client of clients) client.connect()
      steps.forEach(({ who, what, to }, at) => {
        const client = clients[who]!
        if (what === 'say') client.say(clients[to]!.id, `${at}`)
        else if (what === 'say to all') client.say('all', `${at}`)
        else client[what]()
      })
      for (const client of clients) client.connect()
      for (const client of clients) client.read()

      for (const client of clients) {
        const other = clients.find(({ id, room }) => id !== client.id && room === client.room)!
        const due = other.said.filter(({ to }) => to === 'all' || to === client.id)
        expect(client.heard).toEqual(due.map(({ body }) => `${other.id}: ${body}`))
      }
    }),
  )
})

it('who is gone for longer than the grace is forgotten, with what was kept', () => {
  const rooms = createRooms(LIMITS)
  const [a, b] = ['a', 'b'].map((id) => createClient(rooms, 'one', id))
  a!.connect()
  b!.connect()
  b!.cut()
  a!.say('all', 'kept')
  expect(rooms.rooms.get('one')?.get('b')?.held).toHaveLength(1)

  vi.advanceTimersByTime(LIMITS.grace - 1)
  expect(rooms.rooms.get('one')?.size).toBe(2)
  vi.advanceTimersByTime(1)

  expect([...rooms.rooms.get('one')!.keys()]).toEqual(['a'])
  a!.cut()
  vi.advanceTimersByTime(LIMITS.grace)
  expect(rooms.rooms.size).toBe(0)
})
