import { expect, test } from 'vitest'
import { pairedRatio, quantile, ratio, summarize } from '../../../scripts/bench/numbers.mjs'
import { table } from '../../../scripts/bench/table.mjs'

test('the median of an even number of values lies between the middle two', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5)
})

test('a summary has the middle, the outer tenths and the count, in any order of the values', () => {
  expect(summarize([11, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual({ median: 6, p10: 2, p90: 10, count: 11 })
})

test('without measurements there is no value, not zero', () => {
  expect(() => summarize([])).toThrow(RangeError)
})

test('a ratio compares medians', () => {
  expect(ratio(summarize([10, 11, 12]), summarize([10, 10, 99]))).toBe(1.1)
})

test('a paired ratio is not moved by a round in which everything was slow', () => {
  expect(pairedRatio([11, 22, 1_100], [10, 20, 1_000]).median).toBe(1.1)
  expect(() => pairedRatio([1], [1, 2])).toThrow(RangeError)
})

test('a table is as wide as its widest cells', () => {
  expect(table(['a', 'ms'], [['long name', '1']])).toBe(
    ['| a         | ms  |', '| --------- | --- |', '| long name | 1   |'].join('\n'),
  )
})
