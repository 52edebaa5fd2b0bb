import { afterEach, describe, expect, it, vi } from 'vitest'
import { watchEffect } from 'vue'
import type { Call } from '../../../src/call/createCall'
import { openRecording } from '../../../src/call/openRecording'
import { createFakeCall, runStep, until } from '../../support/fakeCall'

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

const doneCount = ({ view }: Pick<Call, 'view'>) =>
  Object.values(view.value.statuses).filter((status) => status === 'done').length

describe('looking back', () => {
  it('shows at every position what was on screen when the call was there', async () => {
    ;({ call } = createFakeCall())
    const seen = new Map<number, unknown>()
    const stop = watchEffect(() => seen.set(call.length.value, plain(call)), { flush: 'sync' })
    await runSteps(13)
    await until(call, ({ turn }) => turn.phase === 'connected')
    stop()

    for (const [index, shown] of seen) {
      call.lookAt(index)
      expect(plain(call), `moment ${String(index)}`).toEqual(shown)
    }
    expect(seen.size).toBeGreaterThan(2 * 13)
  })

  it('leaves the running call alone, which goes on meanwhile', async () => {
    await callUpTo(3)
    call.lookAt(0)
    const { length, view } = call
    const before = length.value
    const past = view.value
    call.changeSettings({ relayOnly: true })
    expect(length.value).toBeGreaterThan(before)
    expect(view.value).toBe(past)
    expect(view.value).toMatchObject({ live: false, at: 0, entries: [] })
    call.lookAt(null)
    expect(view.value.live).toBe(true)
    expect(doneCount(call)).toBe(3)
  })

  it('steps back and on, from step to step, until it is now again', async () => {
    await callUpTo(4)
    const seen: number[] = []
    for (let count = 0; count < 5; count++) {
      call.stepBack()
      seen.push(doneCount(call))
    }
    expect(seen).toEqual([3, 2, 1, 0, 0])
    for (const done of [1, 2, 3, 4]) {
      expect(call.view.value.live).toBe(false)
      call.stepForward()
      expect(doneCount(call)).toBe(done)
    }
    expect(call.view.value.live).toBe(true)
  })

  it('runs nothing when the learner goes on', async () => {
    await callUpTo(3)
    const { length } = call
    const before = length.value
    call.lookAt(call.indexOfStep('capture-media'))
    call.next()
    expect(doneCount(call)).toBe(2)
    expect(length.value).toBe(before)
  })

  it('takes what is past the end, from an old address, for now', async () => {
    await callUpTo(1)
    call.lookAt(10_000)
    expect(call.cursor.value).toBeNull()
    call.lookAt(-3)
    expect(call.cursor.value).toBe(0)
  })

  it('starts again from there: fresh ends, run to the same step with the same settings', async () => {
    await callUpTo(6)
    call.changeSettings({ media: 'test-pattern' })
    call.lookAt(call.indexOfStep('create-offer'))
    const { value: room } = call.channelName
    call.startAgainFromHere()
    await until(call, ({ statuses }) => statuses['create-offer'] === 'done')
    expect(call.view.value.live).toBe(true)
    expect(call.view.value.turn).toMatchObject({ step: 'set-local-offer', tag: 'ready' })
    expect(call.view.value.caller.context.media?.source).toBe('test-pattern')
    expect(call.channelName.value).not.toBe(room)
  })

  it('is played at the chosen pace, and ends at now without running on', async () => {
    await callUpTo(4)
    vi.useFakeTimers()
    call.lookAt(0)
    call.speed.value = 2
    call.play()
    expect(doneCount(call)).toBe(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(doneCount(call)).toBe(2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(call.view.value.live).toBe(true)
    expect(call.playing.value).toBe(false)
    expect(call.log().filter(({ event }) => event.type === 'step.run')).toHaveLength(4)
  })

  it('ends play: whoever looks around by hand is not led on', async () => {
    await callUpTo(2)
    call.play()
    call.stepBack()
    expect(call.playing.value).toBe(false)
  })
})

describe('openRecording', () => {
  it('shows every moment of a recorded call without a peer', async () => {
    await callUpTo(13)
    const log = JSON.parse(JSON.stringify(call.log())) as ReturnType<Call['log']>
    const recording = openRecording({ settings: call.settings.value, log })
    for (let index = 0; index <= log.length; index++) {
      recording.lookAt(index)
      call.lookAt(index)
      expect(plain(recording), `moment ${String(index)}`).toEqual(plain(call))
      expect(recording.view.value.live).toBe(false)
    }
  })
})

/** A view without what tells live from past, such as the whole trace; machines leave `undefined` where JSON has nothing. */
function plain({ view }: Pick<Call, 'view'>): unknown {
  const { live: _live, trace, ...rest } = view.value
  return JSON.parse(JSON.stringify({ ...rest, trace: trace.events }))
}
