import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRenderThrottle } from '../../../src/call/renderThrottle'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function setUp() {
  const show = vi.fn()
  const state = { hurried: false }
  return { show, state, showing: createRenderThrottle(show, () => state.hurried) }
}

test('what happens shows at once', () => {
  const { show, showing } = setUp()
  showing.request()
  showing.request()
  expect(show).toHaveBeenCalledTimes(2)
})

test('in a hurry it shows when the hurry is over', () => {
  const { show, state, showing } = setUp()
  state.hurried = true
  showing.request()
  showing.request()
  expect(show).not.toHaveBeenCalled()

  showing.flush()
  expect(show).toHaveBeenCalledTimes(1)
  vi.runAllTimers()
  expect(show).toHaveBeenCalledTimes(1)
})

test('a long hurry shows now and then', () => {
  const { show, state, showing } = setUp()
  state.hurried = true
  showing.request()
  vi.runAllTimers()
  expect(show).toHaveBeenCalledTimes(1)

  showing.request()
  vi.runAllTimers()
  expect(show).toHaveBeenCalledTimes(2)
})

test('catching up shows nothing twice', () => {
  const { show, showing } = setUp()
  showing.request()
  showing.flush()
  expect(show).toHaveBeenCalledTimes(1)
})
