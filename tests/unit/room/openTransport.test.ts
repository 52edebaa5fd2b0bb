import { expect, test, vi } from 'vitest'
import type {
  RoomTransport,
  TransportEvent,
  TransportStatus,
} from '../../../broadcast-signaling/room/transport'
import { openTransport } from '../../../src/room/openTransport'

/** A transport that does what the test says. */
function fakeTransport() {
  const listeners = new Set<(event: TransportEvent) => void>()
  const sent: string[] = []
  let status: TransportStatus = 'connecting'
  const transport: RoomTransport = {
    self: 'me',
    get status() {
      return status
    },
    send: (_to, body) => sent.push(body),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: vi.fn(),
  }
  return {
    transport,
    sent,
    become(next: TransportStatus) {
      status = next
      for (const listener of listeners) listener({ type: 'status', status })
    },
  }
}

function open() {
  const relay = fakeTransport()
  const broadcast = fakeTransport()
  const kinds: string[] = []
  const openRelay = vi.fn(() => relay.transport)
  const transport = openTransport({
    room: 'tea',
    choice: { kind: 'relay' },
    page: { protocol: 'https:', host: 'handshake.example' },
    onTransport: (kind) => kinds.push(kind),
    openRelay,
    openBroadcast: () => broadcast.transport,
  })
  const events: TransportEvent[] = []
  transport.subscribe((event) => events.push(event))
  return { relay, broadcast, kinds, transport, events, openRelay }
}

test('the relay of the page’s own server is taken, and is never given up once it was reached', () => {
  const { relay, kinds, transport, events, openRelay } = open()
  expect(openRelay.mock.calls[0]).toMatchObject([{ address: 'wss://handshake.example/relay', room: 'tea' }])
  transport.send('all', 'early')
  relay.become('open')
  expect(kinds).toEqual(['relay'])
  expect(relay.sent).toEqual(['early'])
  relay.become('lost')
  expect(kinds).toEqual(['relay'])
  expect(relay.transport.close).not.toHaveBeenCalled()
  expect(events.map((event) => 'status' in event && event.status)).toEqual(['open', 'lost'])
})

test('where there is no relay, the room is one of this browser, and nobody hears of the attempt', () => {
  const { relay, broadcast, kinds, transport, events } = open()
  transport.send('all', 'early')
  relay.become('lost')
  expect(kinds).toEqual(['broadcast'])
  expect(relay.transport.close).toHaveBeenCalled()
  broadcast.become('open')
  transport.send('all', 'late')
  expect(broadcast.sent).toEqual(['early', 'late'])
  expect(relay.sent).toEqual([])
  expect(events.map((event) => 'status' in event && event.status)).toEqual(['open'])
})
