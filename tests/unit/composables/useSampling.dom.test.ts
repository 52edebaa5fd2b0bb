import { afterEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { isSampled, useSampling } from '../../../src/composables/useSampling'
import type { CallSession } from '../../../src/session/callSession'
import type { Call } from '../../../src/session/createCall'
import { createCall } from '../../../src/session/createCall'
import { createFakeWorld, runStep } from '../../support/fakeCall'

const calls: Call[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const call of calls.splice(0)) call.close()
})

/** The frame of a call after some of its steps. */
async function frameAfter(steps: number) {
  const { world } = createFakeWorld()
  const call = createCall({ ...world, nextFrame: (run) => run(), afterPaint: (run) => run() })
  calls.push(call)
  for (let count = 0; count < steps; count += 1) await runStep(call)
  return call.frame.value
}

test('statistics are read from step 10 on', async () => {
  expect(isSampled(await frameAfter(0))).toBe(false)
  expect(isSampled(await frameAfter(9))).toBe(false)
  expect(isSampled(await frameAfter(10))).toBe(true)
  expect(isSampled(await frameAfter(13))).toBe(true)
})

test('nothing is read during a run or a step', async () => {
  const { now } = await frameAfter(11)
  expect(isSampled({ now, runningTo: null })).toBe(true)
  expect(isSampled({ now, runningTo: 'connected' })).toBe(false)
  const busy = { ...now, statuses: { ...now.statuses, 'receive-answer': 'busy' as const } }
  expect(isSampled({ now: busy, runningTo: null })).toBe(false)
})

test('a sample every second while there is something to read, and none after the page is left', async () => {
  const [before, after] = [await frameAfter(9), await frameAfter(10)]
  vi.useFakeTimers()
  const takeSample = vi.fn(() => Promise.resolve())
  const frame = shallowRef(before)
  const scope = effectScope()
  scope.run(() => {
    useSampling(shallowRef({ frame, media: { takeSample } } as unknown as CallSession))
  })
  vi.advanceTimersByTime(5_000)
  expect(takeSample).not.toHaveBeenCalled()
  frame.value = after
  await nextTick()
  vi.advanceTimersByTime(3_500)
  expect(takeSample).toHaveBeenCalledTimes(3)
  scope.stop()
  vi.advanceTimersByTime(5_000)
  expect(takeSample).toHaveBeenCalledTimes(3)
})
