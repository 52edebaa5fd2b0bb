import { expect, test } from 'vitest'
import { readStats } from '../../../../src/evidence/stats/readStats'
import type { StatsReading } from '../../../../src/evidence/stats/readStats'
import { chartData, formatAxisTime, hasValues, summary } from '../../../../src/evidence/stats/statsCharts'
import { sampleOf } from './statsSamples'

const reading = (at: number, change: Partial<StatsReading> = {}): StatsReading => ({
  ...readStats(sampleOf([], at), null),
  ...change,
})
const JITTER = { name: 'jitter', factor: 1000 } as const

test('lines up both ends at the times they were asked, in the chart’s unit', () => {
  const caller = [reading(1000, { jitter: 0.002 }), reading(2000, { jitter: 0.004 })]
  const callee = [reading(1500, { jitter: 0.001 })]
  expect(chartData(JITTER, [caller, callee])).toEqual([
    [1, 1.5, 2],
    [2, undefined, 4],
    [undefined, 1, undefined],
  ])
})

test('the line breaks where there are no samples for a while', () => {
  const caller = [reading(1000, { jitter: 0 }), reading(9000, { jitter: 0 })]
  expect(chartData(JITTER, [caller, []])).toEqual([
    [1, 1.001, 9],
    [0, null, 0],
    [undefined, undefined, undefined],
  ])
})

test('without a value there is nothing to draw or to say', () => {
  const data = chartData(JITTER, [[reading(1)], []])
  expect(hasValues(data)).toBe(false)
  expect(summary(data[1]!)).toBeNull()
  expect(summary([3, undefined, null, 1, 2])).toEqual({ last: 2, low: 1, high: 3 })
})

test.each([
  [0, '0:00'],
  [65, '1:05'],
  [65.9, '1:05'],
])('%f seconds are %s', (seconds, text) => {
  expect(formatAxisTime(seconds)).toBe(text)
})
