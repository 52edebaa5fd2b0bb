import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { writeRoomMessage } from '../../../broadcast-signaling/room/roomMessage'
import type { RoomTransport, TransportEvent } from '../../../broadcast-signaling/room/transport'
import { openHub } from '../../../src/room/roomHub'
import { createRoomWire } from '../../../src/room/roomWire'

function open() {
  let hear: (event: TransportEvent) => void = () => undefined
  const transport: RoomTransport = {
    self: 'me',
    status: 'open',
    send: vi.fn(),
    subscribe(listener) {
      hear = listener
      return () => undefined
    },
    close: vi.fn(),
  }
  const wire = createRoomWire(() => 0)
  const onMessage = vi.fn()
  const hub = openHub(transport, wire, { onEvent: () => undefined, onMessage })
  const receive = (body: string, from = 'lin') => {
    hear({ type: 'message', from, body })
  }
  const sent = () => vi.mocked(transport.send).mock.calls.map(([to, body]) => `${to}: ${kindOf(body)}`)
  return {
    hub,
    wire,
    onMessage,
    receive,
    transport,
    hear: (event: TransportEvent) => {
      hear(event)
    },
    sent,
  }
}

const kindOf = (body: string) => (JSON.parse(body) as { kind: string }).kind
const END = { kind: 'end-of-candidates' } as const

const signal = (call: string) =>
  writeRoomMessage({ kind: 'signal', call, body: { kind: 'end-of-candidates' } })

test('whatever a member sends is a message or a refusal that is counted, and nothing throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(signal('x'))), (body) => {
      const { wire, onMessage, receive } = open()
      receive(body)
      const { length } = wire.entries.value
      expect(length).toBe(1)
      expect(onMessage.mock.calls.length + wire.refused.value).toBeLessThanOrEqual(1)
    }),
  )
})

test('a flood of refused messages is counted and does not fill the list', () => {
  const { wire, receive } = open()
  for (let index = 0; index < 5_000; index += 1) receive('{')
  expect(wire.refused.value).toBe(5_000)
  expect(wire.entries.value.length).toBeLessThanOrEqual(100)
})

test('signals reach the call that they name, from its partner only; those sent too early are kept', () => {
  const { hub, receive } = open()
  const heard = vi.fn()
  receive(signal('a'))
  hub.expect('b', 'lin')
  receive(signal('b'))
  receive(signal('b'), 'ada')
  hub.onSignal('b', 'lin', heard)
  expect(heard).toHaveBeenCalledTimes(1)
  receive(signal('b'))
  receive(signal('a'))
  expect(heard).toHaveBeenCalledTimes(2)
})

test('a signal that came before the code of the call was loaded is not lost when the call is expected again', () => {
  const { hub, receive } = open()
  const heard = vi.fn()
  hub.expect('b', 'lin')
  receive(signal('b'))
  hub.expect('b', 'lin')
  receive(signal('b'))
  hub.onSignal('b', 'lin', heard)
  expect(heard).toHaveBeenCalledTimes(2)
})

test('how this member came in, and who comes and goes, are rows: created, joined, full, left', () => {
  const rowsOf = (...events: TransportEvent[]) => {
    const { wire, hear } = open()
    for (const event of events) hear(event)
    return wire.entries.value.map(({ other, what }) => ({ other, ...what }))
  }
  const members = (...ids: string[]) => ({ type: 'members', members: ids }) as const
  expect(rowsOf(members(), { type: 'joined', member: 'lin' }, { type: 'left', member: 'lin' })).toEqual([
    { other: 'me', kind: 'created' },
    { other: 'lin', kind: 'joined' },
    { other: 'lin', kind: 'left' },
  ])
  // After a loss the member is still in: nobody has created anything.
  expect(rowsOf(members('lin', 'ada'), members())).toEqual([
    { other: 'me', kind: 'joined', count: 2 },
    { other: null, kind: 'members', count: 0 },
  ])
  expect(rowsOf({ type: 'status', status: 'full' })).toEqual([{ other: 'me', kind: 'full' }])
})

test('what a call sends waits until its partner is back; a server would drop it', () => {
  const { hub, hear, sent, wire } = open()
  hear({ type: 'members', members: ['lin'] })
  hub.send('lin', { kind: 'signal', call: 'a', body: END })
  expect(sent()).toEqual(['lin: signal'])

  hear({ type: 'status', status: 'lost' })
  hub.send('lin', { kind: 'signal', call: 'a', body: END })
  hub.send('all', { kind: 'chat', text: 'this the transport keeps' })
  hear({ type: 'status', status: 'open' })
  hear({ type: 'members', members: ['ada'] })
  hub.send('lin', { kind: 'hang-up', call: 'a' })
  expect(sent()).toEqual(['lin: signal', 'all: chat'])
  expect(wire.entries.value.filter(({ direction }) => direction === 'out')).toHaveLength(4)

  hear({ type: 'joined', member: 'lin' })
  expect(sent()).toEqual(['lin: signal', 'all: chat', 'lin: signal', 'lin: hang-up'])
})

test('of a call that is over only how it ended waits for its partner', () => {
  const { hub, hear, sent } = open()
  const stop = hub.onSignal('a', 'lin', () => undefined)
  hear({ type: 'members', members: [] })
  hub.send('lin', { kind: 'signal', call: 'a', body: END })
  hub.send('lin', { kind: 'signal', call: 'b', body: END })
  hub.send('lin', { kind: 'hang-up', call: 'a' })
  stop()
  hear({ type: 'joined', member: 'lin' })
  expect(sent()).toEqual(['lin: signal', 'lin: hang-up'])
})
