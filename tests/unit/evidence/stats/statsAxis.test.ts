import { afterEach, expect, test } from 'vitest'
import { statsAxis } from '../../../../src/evidence/stats/statsAxis'
import type { Call } from '../../../../src/session/createCall'
import { createCall } from '../../../../src/session/createCall'
import { createFakeWorld, runStep } from '../../../support/fakeCall'

let call: Call | null = null
afterEach(() => {
  call?.close()
})

async function callAfter(steps: number) {
  const { world } = createFakeWorld()
  call = createCall({ ...world, nextFrame: (run) => run(), afterPaint: (run) => run() })
  for (let count = 0; count < steps; count += 1) await runStep(call)
  return call
}
const numbers = ({ steps }: ReturnType<typeof statsAxis>) => steps.map(({ number }) => number)

test('the axis begins with step 10, and has a mark for each step from then on', async () => {
  const { frame, history } = await callAfter(13)
  const axis = statsAxis(frame.value)
  expect(numbers(axis)).toEqual([10, 11, 12, 13])
  for (const { at } of axis.steps) expect(at).toBeGreaterThanOrEqual(axis.from)
  // In the past only what had happened by then.
  const after11 = frame.value.checkpoints.find(({ step }) => step === 'send-answer')?.index ?? 0
  history.lookAt(after11)
  expect(numbers(statsAxis(frame.value))).toEqual([10, 11])
})

test('before step 10 there is nothing on it', async () => {
  const { frame } = await callAfter(9)
  expect(statsAxis(frame.value)).toEqual({ from: 0, steps: [] })
})
