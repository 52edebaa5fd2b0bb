import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCall } from '../../../src/session/createCall'
import type { Call } from '../../../src/session/createCall'
import { followPageLifecycle } from '../../../src/session/pageLifecycle'
import { deriveBanner } from '../../../src/features/peers/banner'
import { createFakeWorld, runStep, until } from '../../support/fakeCall'
import { endsOf } from '../../support/endsOf'

let call: Call
let network: ReturnType<typeof createFakeWorld>['network']
const stops: (() => void)[] = []

beforeEach(() => {
  const add = window.addEventListener.bind(window)
  vi.spyOn(window, 'addEventListener').mockImplementation((type, listener) => {
    add(type, listener)
    stops.push(() => window.removeEventListener(type, listener))
  })
  const fake = createFakeWorld()
  network = fake.network
  call = createCall(fake.world)
  followPageLifecycle(call)
})

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  call.close()
})

function tell(type: 'pagehide' | 'pageshow', persisted = true) {
  dispatchEvent(Object.assign(new Event(type), { persisted }))
}

it('leaving in the middle of a call releases it; coming back says that it is over, and keeps what happened', async () => {
  for (let count = 0; count < 6; count += 1) await runStep(call)
  call.history.lookAt(3)
  tell('pagehide')
  expect(network.connections.map(({ pc }) => pc.signalingState)).toEqual(['closed'])
  tell('pageshow')
  expect(call.history.view.value).toMatchObject({ live: true, turn: { phase: 'closed' } })
  expect(deriveBanner(call.history.view.value)).toBe('closed-left')
  expect(call.history.view.value.statuses['send-offer']).toBe('done')

  // Clicks before starting over do no harm.
  call.controls.hangUp()
  call.controls.changeSettings({ media: 'test-pattern' })
  call.playback.next()
  expect(deriveBanner(call.history.view.value)).toBeNull()
  call.playback.runTo('connected')
  await until(call, ({ turn }) => turn.phase === 'connected')
  expect(endsOf(call.history.view.value).caller.context.media?.source).toBe('test-pattern')
})

it('coming back to a call that had not begun finds one that is ready', async () => {
  tell('pagehide')
  tell('pageshow')
  expect(call.history.view.value.turn).toMatchObject({ phase: 'steps', step: 'capture-media', tag: 'ready' })
  await runStep(call)
})

it('a call that was hung up before stays hung up', async () => {
  await runStep(call)
  call.controls.hangUp()
  await until(call, (view) => endsOf(view).callee.tag === 'closed')
  tell('pagehide')
  tell('pageshow')
  expect(deriveBanner(call.history.view.value)).toBe('closed-self')
})

it('showing a page for the first time changes nothing', () => {
  const before = call.frame.value.channelName
  tell('pageshow', false)
  expect(call.frame.value.channelName).toBe(before)
})
