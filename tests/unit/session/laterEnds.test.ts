import { afterEach, expect, test } from 'vitest'
import { createCall } from '../../../src/session/createCall'
import type { Call } from '../../../src/session/createCall'
import { engine } from '../../../src/session/engine'
import type { Engine } from '../../../src/session/engine'
import { createFakeCall, createFakeWorld, until } from '../../support/fakeCall'

let call: Call

afterEach(() => {
  call.close()
})

/** A call whose engine arrives when the test says so. */
function openCall() {
  let arrive: (engine: Engine) => void = () => undefined
  const { world } = createFakeWorld()
  const loaded = new Promise<Engine>((resolve) => (arrive = resolve))
  call = createCall({ ...world, engine: () => loaded })
  return {
    async load() {
      arrive(engine)
      await loaded
    },
  }
}

test('without its engine a call shows its beginning', () => {
  openCall()
  const there = createFakeCall().call
  const { turn, statuses, connections } = call.history.now.value
  expect({ turn, statuses }).toEqual({
    turn: there.history.now.value.turn,
    statuses: there.history.now.value.statuses,
  })
  expect(connections.map(({ end }) => end?.tag)).toEqual(['ready', 'waiting'])
  expect(call.log()).toEqual([])
  there.close()
})

test('a press before the engine is there runs the step afterwards', async () => {
  const { load } = openCall()
  call.playback.next()
  expect(call.history.now.value.statuses['capture-media']).toBe('ready')
  await load()
  await until(call, ({ statuses }) => statuses['capture-media'] === 'done')
  expect(call.log().filter(({ event }) => event.type === 'step.run')).toHaveLength(1)
})

test('a run that was asked for before the engine is there arrives', async () => {
  const { load } = openCall()
  call.playback.runTo('connected')
  await load()
  await until(call, ({ turn }) => turn.phase === 'connected')
})

test('a setting that was changed before the engine is there holds in the call', async () => {
  const { load } = openCall()
  call.controls.changeSettings({ media: 'test-pattern' })
  call.playback.next()
  await load()
  await until(call, ({ statuses }) => statuses['capture-media'] === 'done')
  const { facts, end } = call.history.now.value.connections[0]!
  expect([facts.media?.source, end?.context.settings.media]).toEqual(['test-pattern', 'test-pattern'])
})

test('a call that was closed before its engine came opens no end', async () => {
  const { load } = openCall()
  call.playback.next()
  call.close()
  await load()
  expect(call.log()).toEqual([])
  expect(await call.media.getStats('caller')).toBeNull()
})

test('a call that was begun again before its engine came is open once', async () => {
  const { load } = openCall()
  call.playback.next()
  call.playback.restart()
  await load()
  const { turn } = call.history.now.value
  expect([turn.step, turn.tag]).toEqual(['capture-media', 'ready'])
  expect(call.log().filter(({ event }) => event.type === 'xstate.init')).toHaveLength(2)
})
