import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createWebSocketInspector } from '@statelyai/inspect'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { createActor, createMachine } from 'xstate'
import { attachInspectRelay } from '../../../scripts/inspectRelay.mjs'
import { readMessage } from '../../../src/inspector/inspectorMessages'
import type { InspectorMessage } from '../../../src/inspector/inspectorMessages'

let address = ''
let stop: () => void = () => undefined

beforeEach(async () => {
  const server = createServer()
  const relay = attachInspectRelay(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  stop = () => {
    relay.close()
    server.close()
  }
})
afterEach(() => {
  stop()
})

/** A page that listens: what it has got, as the inspector reads it. */
function openView(): (InspectorMessage | null)[] {
  const got: (InspectorMessage | null)[] = []
  const socket = new WebSocket(`ws://${address}/inspect?view`, { origin: `http://${address}` })
  socket.on('message', (data: Buffer) => got.push(readMessage(JSON.parse(data.toString()))))
  return got
}

test('machines in Node reach a page that listens, and one that opens later', async () => {
  const early = openView()
  const { inspect, stop: end } = createWebSocketInspector({ url: `ws://${address}/inspect` })
  const machine = createMachine({ id: 'lamp', initial: 'off', states: { off: { on: { GO: 'on' } }, on: {} } })
  const actor = createActor(machine, { inspect }).start()
  await vi.waitFor(() => {
    expect(early.some((message) => message?.type === '@xstate.actor')).toBe(true)
  })
  actor.send({ type: 'GO' })
  const isOn = (messages: typeof early) =>
    messages.some((message) => message?.type === '@xstate.snapshot' && message.snapshot.value === 'on')
  await vi.waitFor(() => {
    expect(isOn(early)).toBe(true)
  })
  const late = openView()
  await vi.waitFor(() => {
    expect(isOn(late)).toBe(true)
  })
  expect(late).toEqual(early)
  expect(early).not.toContain(null)
  end()
})

test.each([
  ['a page of another origin cannot listen', '/inspect?view', 'https://evil.example'],
  ['no page can send', '/inspect', 'http://{address}'],
])('%s', async (_what, path, origin) => {
  const socket = new WebSocket(`ws://${address}${path}`, { origin: origin.replace('{address}', address) })
  await expect(
    new Promise((done, fail) => {
      socket.on('open', done)
      socket.on('error', fail)
    }),
  ).rejects.toThrow('403')
})
