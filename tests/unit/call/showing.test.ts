import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createShowing } from '../../../src/call/showing'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function setUp() {
  const show = vi.fn()
  const state = { hurried: false }
  return { show, state, showing: createShowing(show, () => state.hurried) }
}

test('what happens shows at once', () => {
  const { show, showing } = setUp()
  showing.look()
  showing.look()
  expect(show).toHaveBeenCalledTimes(2)
})

test('in a hurry it shows when the hurry is over', () => {
  const { show, state, showing } = setUp()
  state.hurried = true
  showing.look()
  showing.look()
  expect(show).not.toHaveBeenCalled()

  showing.catchUp()
  expect(show).toHaveBeenCalledTimes(1)
  vi.runAllTimers()
  expect(show).toHaveBeenCalledTimes(1)
})

test('a long hurry shows now and then', () => {
  const { show, state, showing } = setUp()
  state.hurried = true
  showing.look()
  vi.runAllTimers()
  expect(show).toHaveBeenCalledTimes(1)

  showing.look()
  vi.runAllTimers()
  expect(show).toHaveBeenCalledTimes(2)
})

test('catching up shows nothing twice', () => {
  const { show, showing } = setUp()
  showing.look()
  showing.catchUp()
  expect(show).toHaveBeenCalledTimes(1)
})
