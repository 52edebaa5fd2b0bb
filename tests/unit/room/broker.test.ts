import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isThisMachine, readBroker } from '../../../src/room/broker'

const HTTP = { protocol: 'http:' }
const HTTPS = { protocol: 'https:' }

test.each([
  ['wss://broker.example/mqtt', 'wss://broker.example/mqtt'],
  ['  ws://192.0.2.7:9001  ', 'ws://192.0.2.7:9001/'],
  ['WSS://Broker.Example:8084/mqtt#part', 'wss://broker.example:8084/mqtt'],
])('%s is an address', (typed, address) => {
  expect(readBroker(typed, HTTP)).toEqual({ ok: true, address })
})

test.each([
  [' ', 'empty'],
  ['broker.example', 'not-websocket'],
  ['broker.example:1883', 'not-websocket'],
  ['mqtt://broker.example:1883', 'not-websocket'],
  ['https://broker.example/', 'not-websocket'],
  ['javascript:alert(1)', 'not-websocket'],
  ['wss://', 'no-address'],
  ['ws://a b/', 'no-address'],
  ['wss://me:secret@broker.example/', 'password'],
] as const)('%s is none, and the reason is told', (typed, problem) => {
  expect(readBroker(typed, HTTP)).toEqual({ ok: false, problem })
})

test('a page over https may reach ws: on its own machine only', () => {
  expect(readBroker('ws://192.0.2.7/', HTTPS)).toEqual({ ok: false, problem: 'mixed' })
  for (const host of ['localhost:9001', '127.0.0.1', '[::1]:1', 'a.localhost'])
    expect(readBroker(`ws://${host}/`, HTTPS)).toMatchObject({ ok: true })
  expect(readBroker('wss://192.0.2.7/', HTTPS)).toMatchObject({ ok: true })
})

test('a name that only looks like this machine is another one', () => {
  for (const host of ['localhost.example', '127.0.0.1.example', '10.127.0.0'])
    expect(isThisMachine(host)).toBe(false)
})

test('any text is read without an error, and every address is a WebSocket’s', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `wss://${text}`),
      ),
      (typed) => {
        const read = readBroker(typed, HTTPS)
        if (read.ok)
          expect(new URL(read.address)).toMatchObject({
            protocol: expect.stringMatching(/^wss?:$/),
            username: '',
            hash: '',
          })
      },
    ),
  )
})
