import { expect, test } from 'vitest'
import { formatClock, formatCount, formatDuration, formatSize } from '../../../src/ui/format'

test.each([
  [0, '0:00.000'],
  [12_345.6, '0:12.346'],
  [59_999.9, '1:00.000'],
  [754_001, '12:34.001'],
])('clock %d is %s', (milliseconds, text) => {
  expect(formatClock(milliseconds)).toBe(text)
})

test.each([
  [1.84, '1.8 ms'],
  [141.2, '141 ms'],
  [12_340, '12.3 s'],
])('duration %d is %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text)
})

test('sizes and counts', () => {
  expect([131, 5_942].map(formatSize)).toEqual(['131 B', '5.9 kB'])
  expect([1, 2].map((count) => formatCount({ name: 'track', count }))).toEqual(['track', 'track ×2'])
})
