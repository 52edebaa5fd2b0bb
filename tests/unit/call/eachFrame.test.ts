import { expect, test, vi } from 'vitest'
import { afterPaint, nextFrame, onceAFrame } from '../../../src/call/eachFrame'

test('a burst of calls is one piece of work, and the next burst another', () => {
  const frames: (() => void)[] = []
  const work = vi.fn()
  const draw = onceAFrame(work, (run) => frames.push(run))
  for (let n = 0; n < 1_000; n += 1) draw()
  expect(work).not.toHaveBeenCalled()
  frames.shift()?.()
  expect(work).toHaveBeenCalledTimes(1)
  draw()
  frames.shift()?.()
  expect(work).toHaveBeenCalledTimes(2)
  expect(frames).toEqual([])
})

test('what is called during the work is not lost', () => {
  const frames: (() => void)[] = []
  const work = vi.fn(() => {
    if (work.mock.calls.length === 1) draw()
  })
  const draw = onceAFrame(work, (run) => frames.push(run))
  draw()
  frames.shift()?.()
  frames.shift()?.()
  expect(work).toHaveBeenCalledTimes(2)
})

test.each([
  ['a frame comes', (frame: () => void) => frame()],
  ['none comes, as in a hidden page', () => vi.advanceTimersByTime(1_000)],
])('runs once when %s', (_name, pass) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let frame = () => {}
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => ((frame = run), 1))
  vi.stubGlobal('cancelAnimationFrame', () => (frame = () => {}))
  const run = vi.fn()
  nextFrame(run)
  expect(run).not.toHaveBeenCalled()
  pass(frame)
  frame()
  vi.advanceTimersByTime(1_000)
  expect(run).toHaveBeenCalledTimes(1)
  vi.useRealTimers()
})

test('what runs after a paint does not hold the frame up', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let frame = () => {}
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => ((frame = run), 1))
  vi.stubGlobal('cancelAnimationFrame', () => undefined)
  const run = vi.fn()
  afterPaint(run)
  frame()
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1_000)
  expect(run).toHaveBeenCalledTimes(1)
  vi.useRealTimers()
})
