import { afterEach, describe, expect, it, vi } from 'vitest'
import { watchEffect } from 'vue'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import type { CallSession } from '../../../src/session/callSession'
import type { Call } from '../../../src/session/createCall'
import { openRecording } from '../../../src/session/openRecording'
import { createFakeCall, runStep, until } from '../../support/fakeCall'
import { endsOf } from '../../support/endsOf'

let call: Call

afterEach(() => {
  call.close()
  vi.useRealTimers()
})

async function callUpTo(count: number) {
  ;({ call } = createFakeCall())
  await runSteps(count)
}

async function runSteps(count: number) {
  for (let step = 0; step < count; step++) await runStep(call)
}

const doneCount = ({ history: { view } }: CallSession) =>
  Object.values(view.value.statuses).filter((status) => status === 'done').length

describe('looking back', () => {
  it('shows at every position what was on screen at that moment', async () => {
    ;({ call } = createFakeCall())
    const seen = new Map<number, unknown>()
    const stop = watchEffect(() => seen.set(call.history.length.value, plain(call)), { flush: 'sync' })
    await runSteps(13)
    await until(call, ({ turn }) => turn.phase === 'connected')
    stop()

    for (const [index, shown] of seen) {
      call.history.lookAt(index)
      expect(plain(call), `moment ${String(index)}`).toEqual(shown)
    }
    expect(seen.size).toBeGreaterThan(2 * 13)
  })

  it('leaves the running call alone, which goes on meanwhile', async () => {
    await callUpTo(3)
    call.history.lookAt(0)
    const { length, view } = call.history
    const before = length.value
    const past = view.value
    call.controls.changeSettings({ relayOnly: true })
    expect(length.value).toBeGreaterThan(before)
    expect(view.value).toBe(past)
    expect(view.value).toMatchObject({ live: false, at: 0, trace: { events: [] } })
    call.history.lookAt(null)
    expect(view.value.live).toBe(true)
    expect(doneCount(call)).toBe(3)
  })

  it('steps back and on, from step to step, until it is now again', async () => {
    await callUpTo(4)
    const seen: number[] = []
    for (let count = 0; count < 5; count++) {
      call.history.stepBack()
      seen.push(doneCount(call))
    }
    expect(seen).toEqual([3, 2, 1, 0, 0])
    for (const done of [1, 2, 3, 4]) {
      expect(call.history.view.value.live).toBe(false)
      call.history.stepForward()
      expect(doneCount(call)).toBe(done)
    }
    expect(call.history.view.value.live).toBe(true)
  })

  it('runs nothing when the learner goes on', async () => {
    await callUpTo(3)
    const { length } = call.history
    const before = length.value
    call.history.lookAt(call.history.indexOfStep('capture-media'))
    call.playback.next()
    expect(doneCount(call)).toBe(2)
    expect(length.value).toBe(before)
  })

  it('takes what is past the end, from an old address, for now', async () => {
    await callUpTo(1)
    call.history.lookAt(10_000)
    expect(call.history.cursor.value).toBeNull()
    call.history.lookAt(-3)
    expect(call.history.cursor.value).toBe(0)
  })

  it('starts again from there: fresh ends, run to the same step with the same settings', async () => {
    await callUpTo(6)
    call.controls.changeSettings({ media: 'test-pattern' })
    call.history.lookAt(call.history.indexOfStep('create-offer'))
    const { channelName: room } = call.frame.value
    call.controls.startAgainFromHere()
    await until(call, ({ statuses }) => statuses['create-offer'] === 'done')
    expect(call.history.view.value.live).toBe(true)
    expect(call.history.view.value.turn).toMatchObject({ step: 'set-local-offer', tag: 'ready' })
    expect(endsOf(call.history.view.value).caller.context.media?.source).toBe('test-pattern')
    expect(call.frame.value.channelName).not.toBe(room)
  })

  it('is played at the chosen pace, and stops at the newest moment', async () => {
    await callUpTo(4)
    vi.useFakeTimers()
    call.history.lookAt(0)
    call.playback.speed.value = 2
    call.playback.play()
    expect(doneCount(call)).toBe(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(doneCount(call)).toBe(2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(call.history.view.value.live).toBe(true)
    expect(call.playback.playing.value).toBe(false)
    expect(call.log().filter(({ event }) => event.type === 'step.run')).toHaveLength(4)
  })

  it('stops play when the learner moves by hand', async () => {
    await callUpTo(2)
    call.playback.play()
    call.history.stepBack()
    expect(call.playback.playing.value).toBe(false)
  })
})

describe('openRecording', () => {
  it('shows every moment of a recorded call without a peer', async () => {
    await callUpTo(13)
    const log = JSON.parse(JSON.stringify(call.log())) as ReturnType<Call['log']>
    const recording = openRecording({ script: HANDSHAKE_13, settings: call.frame.value.settings, log })
    for (let index = 0; index <= log.length; index++) {
      recording.history.lookAt(index)
      call.history.lookAt(index)
      expect(plain(recording), `moment ${String(index)}`).toEqual(plain(call))
      expect(recording.history.view.value.live).toBe(false)
    }
  })
})

/**
 * A view without what differs between live and past, such as the whole trace; machines leave `undefined` where JSON has
 * nothing.
 */
function plain({ history: { view } }: CallSession): unknown {
  const { live: _live, trace, ...rest } = view.value
  return JSON.parse(JSON.stringify({ ...rest, trace: trace.events }))
}
