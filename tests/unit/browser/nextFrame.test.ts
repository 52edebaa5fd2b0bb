import { afterEach, expect, test, vi } from 'vitest'
import { afterPaint, nextFrame } from '../../../src/browser/nextFrame'

afterEach(() => vi.useRealTimers())

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
})

test('a callback after the paint does not delay the frame', () => {
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
})
