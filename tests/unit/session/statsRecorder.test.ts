import { expect, test } from 'vitest'
import type { EndEvent } from '../../../machines/contracts'
import type { End } from '../../../machines/steps'
import { createStatsRecorder } from '../../../src/session/statsRecorder'
import { idle } from '../../../src/browser/whenIdle'

type Answer = () => Promise<RTCStatsReport | null>

const report = (type = 'transport'): RTCStatsReport =>
  new Map([['T', { id: 'T', type, timestamp: 1, base64Certificate: 'MII' }]])

function recorder(answers: Partial<Record<End, Answer>>, limit?: number) {
  let time = 0
  return createStatsRecorder({
    read: (end) => answers[end]?.() ?? Promise.resolve(null),
    now: () => (time += 1),
    ...(limit !== undefined && { limit }),
  })
}

const state = (connectionState: 'connected' | 'closed' | 'new'): EndEvent => ({
  type: 'pc.changed',
  cause: 'test',
  status: { connectionState },
})

test('keeps plain copies of what panels read, of every end that answers', async () => {
  const { samples, take } = recorder({
    caller: () => Promise.resolve(report()),
    callee: () => Promise.resolve(report('media-playout')),
  })
  await take()
  expect(samples.value).toEqual([
    { at: 1, conn: 'caller', stats: [{ id: 'T', type: 'transport', timestamp: 1 }] },
  ])
})

test('never holds more than its limit, and drops the oldest', async () => {
  const { samples, take } = recorder({ caller: () => Promise.resolve(report()) }, 3)
  for (let count = 0; count < 5; count += 1) await take()
  expect(samples.value.map(({ at }) => at)).toEqual([3, 4, 5])
})

test('an end that rejects does not affect the other’s answer', async () => {
  const { samples, take } = recorder({
    caller: () => Promise.reject(new DOMException('closed', 'InvalidStateError')),
    callee: () => Promise.resolve(report()),
  })
  await take()
  expect(samples.value.map(({ conn }) => conn)).toEqual(['callee'])
})

test('an answer that comes after the call has ended belongs to none', async () => {
  let answer: (value: RTCStatsReport) => void = () => undefined
  const pending = new Promise<RTCStatsReport>((resolve) => (answer = resolve))
  const answers: Partial<Record<End, Answer>> = { caller: () => pending }
  const { samples, take, begin } = recorder(answers)
  const first = take()
  begin()
  answers.caller = () => Promise.resolve(report())
  await take()
  expect(samples.value).toHaveLength(1)
  answer(report())
  await first
  expect(samples.value).toHaveLength(1)
})

test('asks nothing more while an answer is outstanding', async () => {
  let asked = 0
  let answer: (value: null) => void = () => undefined
  const { take } = recorder({
    caller: () => {
      asked += 1
      return new Promise((resolve) => (answer = resolve))
    },
  })
  const first = take()
  await take()
  expect(asked).toBe(1)
  answer(null)
  await first
  void take()
  expect(asked).toBe(2)
})

test.each([
  ['connected', 1],
  ['new', 0],
  ['closed', 0],
] as const)('looks at an end whose connection becomes %s', async (connection, count) => {
  const { samples, onEvent } = recorder({ callee: () => Promise.resolve(report()) })
  onEvent('callee', state(connection))
  onEvent('callee', { type: 'pc.negotiation-needed' })
  // The requested report is kept when the browser is idle, like later ones.
  await idle()
  await idle()
  expect(samples.value).toHaveLength(count)
})
