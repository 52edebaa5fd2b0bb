import { afterEach, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import { createCallSource } from '../../../src/session/callSource'
import type { Call } from '../../../src/session/createCall'
import { createFakeCall, runStep, until } from '../../support/fakeCall'

let call: Call

function open() {
  ;({ call } = createFakeCall())
  return call
}

afterEach(() => {
  call.close()
  vi.unstubAllGlobals()
})

it('a call that is started again is kept, and opens as a recording at its last moment', async () => {
  // Node 20 has no navigator.
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 Chrome/156.0.0.0' })
  const { playback, controls, history } = open()
  await runStep(call)
  await runStep(call)
  const { statuses, trace } = history.view.value
  const events = trace.events.length
  playback.restart()
  expect(history.view.value.statuses['add-tracks']).toBe('todo')
  const ended = controls.ended.value
  if (ended?.how !== 'restarted') throw new Error('nothing was kept')

  const source = createCallSource(shallowRef(call))
  await source.openEnded('that call', ended.history)
  expect(source.problem.value).toBeNull()
  expect(source.shown.value).toMatchObject({ name: 'that call', isUnsaved: true, call: { controls: null } })
  const shown = source.shown.value?.call.history.view.value
  expect(shown?.statuses).toEqual(statuses)
  expect(shown?.trace.events).toHaveLength(events)
})

it('nothing is kept of a call in which no step has run, nor once the learner has let go of it', async () => {
  const { playback, controls } = open()
  playback.restart()
  expect(controls.ended.value).toBeNull()
  await runStep(call)
  playback.restart()
  expect(controls.ended.value?.how).toBe('restarted')
  controls.forgetEnded()
  expect(controls.ended.value).toBeNull()
})

it('after hanging up, the call is made again as far as it was', async () => {
  const { controls, playback, history } = open()
  playback.runTo('create-offer')
  await until(call, ({ statuses }) => statuses['create-offer'] === 'done')
  controls.hangUp()
  await until(call, ({ turn }) => turn.phase === 'closed')
  expect(controls.ended.value).toEqual({ how: 'hung-up', reached: 'create-offer' })
  controls.callAgain()
  await until(call, ({ turn }) => turn.step === 'set-local-offer')
  expect(controls.ended.value).toBeNull()

  playback.runTo('connected')
  await until(call, ({ turn }) => turn.phase === 'connected')
  controls.hangUp()
  await until(call, ({ turn }) => turn.phase === 'closed')
  expect(controls.ended.value).toEqual({ how: 'hung-up', reached: 'connected' })
  controls.callAgain()
  await until(call, ({ turn }) => turn.phase === 'connected')
  expect(history.view.value.live).toBe(true)
})
