import { afterEach, expect, it, vi } from 'vitest'
import type { Channel } from '../../../broadcast-signaling/channel'
import type { End, StepId } from '../../../machines/steps'
import { stepIndex } from '../../../machines/steps'
import { createCall } from '../../../src/session/createCall'
import type { Call } from '../../../src/session/createCall'
import { nextAction } from '../../../src/session/nextAction'
import { explainProblem } from '../../../src/features/problem/explainProblem'
import { hasLostWire } from '../../../src/features/problem/notices'
import { createFakeWorld, runStep, until } from '../../support/fakeCall'
import { endsOf } from '../../support/endsOf'

let call: Call

afterEach(() => {
  call.close()
  vi.useRealTimers()
})

/** A call that has reached a step, and the channels of its ends. */
async function callAt(step: StepId) {
  const { world, network } = createFakeWorld()
  const channels: Channel[] = []
  call = createCall({
    ...world,
    openChannel(name) {
      const channel = world.openChannel(name)
      channels.push(channel)
      return channel
    },
  })
  for (let count = 0; count < stepIndex(step); count += 1) await runStep(call)
  await until(call, ({ turn }) => turn.tag === 'ready')
  return { network, close: (end: End) => channels[end === 'caller' ? 0 : 1]?.close() }
}

async function expectFreshCall() {
  call.playback.restart()
  call.playback.runTo('connected')
  await until(call, ({ turn }) => turn.phase === 'connected')
}

it.each([
  ['send-offer', 'caller'],
  ['send-answer', 'callee'],
] as const)('closed before %s: the step fails by name, and a fresh call works', async (step, end) => {
  const { close } = await callAt(step)
  close(end)
  call.playback.next()
  await until(call, ({ statuses }) => statuses[step] === 'failed')
  const { problem } = endsOf(call.history.view.value)[end].context
  expect(problem).toMatchObject({ name: 'InvalidStateError' })
  expect(problem && explainProblem(problem, step)).toMatchObject({
    title: { en: 'The signaling channel is closed' },
    actions: ['restart'],
  })
  expect(nextAction(call.history.view.value, null)).toEqual({ kind: 'start-again', does: 'restart' })
  // The button and the key → do what it says, because a retry would fail again.
  const { channelName: channel } = call.frame.value
  call.playback.next()
  expect(call.frame.value.channelName).not.toBe(channel)
  expect(call.history.view.value.turn).toMatchObject({ phase: 'steps', step: 'capture-media', tag: 'ready' })
  await expectFreshCall()
})

it('closed while candidates must follow: the end reports it and continues', async () => {
  const { network, close } = await callAt('send-answer')
  const [caller] = network.connections
  close('caller')
  const candidate = { candidate: 'candidate:2 1 udp 1 192.0.2.2 5001 typ host', sdpMid: '0' }
  caller?.pc.dispatchEvent(
    Object.assign(new Event('icecandidate'), { candidate: { ...candidate, toJSON: () => candidate } }),
  )
  await until(call, ({ trace }) => hasLostWire(trace, 'caller'))
  expect(hasLostWire(call.history.now.value.trace, 'callee')).toBe(false)
  call.playback.next()
  await until(call, ({ statuses }) => statuses['send-answer'] === 'done')
  await expectFreshCall()
  expect(hasLostWire(call.history.now.value.trace, 'caller')).toBe(false)
})

it.each(['caller', 'callee'] as const)('closed at the %s: hanging up still closes both ends', async (end) => {
  const { network, close } = await callAt('set-remote-answer')
  close(end)
  vi.useFakeTimers()
  call.controls.hangUp()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(network.connections.map(({ pc }) => pc.signalingState)).toEqual(['closed', 'closed'])
  expect(endsOf(call.history.view.value).caller.tag).toBe('closed')
  expect(endsOf(call.history.view.value).callee.tag).toBe('closed')
})

it('a bye that was sent is not sent twice', async () => {
  await callAt('send-offer')
  vi.useFakeTimers()
  call.controls.hangUp()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(call.log().filter(({ event }) => event.type === 'call.hang-up')).toHaveLength(1)
  expect(endsOf(call.history.view.value).callee.context.closedBy).toBe('other')
})
