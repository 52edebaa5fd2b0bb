import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { holdBack, LONGEST, QUIET } from '../../../src/inspector/bridge/holdBack'

let told: number[] = []

beforeEach(() => {
  vi.useFakeTimers()
  told = []
})

afterEach(() => {
  vi.useRealTimers()
})

const reports = () => holdBack((report: number) => told.push(report))

test('a burst is passed on in order once it is over, and only once', () => {
  const { add } = reports()
  for (const report of [1, 2, 3]) {
    add(report)
    vi.advanceTimersByTime(QUIET - 1)
  }
  expect(told).toEqual([])
  vi.advanceTimersByTime(1)
  expect(told).toEqual([1, 2, 3])
  vi.advanceTimersByTime(2 * LONGEST)
  expect(told).toEqual([1, 2, 3])
})

test('of reports without a pause none waits longer than the longest', () => {
  const { add } = reports()
  let waits = 0
  for (let at = 0; at < 3 * LONGEST; at++) {
    add(at)
    vi.advanceTimersByTime(1)
    waits = Math.max(waits, at + 1 - told.length)
  }
  expect(waits).toBeLessThanOrEqual(LONGEST)
  vi.advanceTimersByTime(QUIET)
  expect(told).toEqual(Array.from({ length: 3 * LONGEST }, (_, at) => at))
})

test('flush passes on what waits at once, and not again', () => {
  const { add, flush } = reports()
  add(1)
  flush()
  flush()
  expect(told).toEqual([1])
  add(2)
  vi.advanceTimersByTime(QUIET)
  expect(told).toEqual([1, 2])
})

test('a report that arrives while others are passed on comes after them', () => {
  const { add, flush } = holdBack((report: number) => {
    told.push(report)
    if (report === 1) add(3)
  })
  add(1)
  add(2)
  flush()
  expect(told).toEqual([1, 2])
  vi.advanceTimersByTime(QUIET)
  expect(told).toEqual([1, 2, 3])
})
