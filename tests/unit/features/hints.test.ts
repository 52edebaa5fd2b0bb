import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pointTo } from '../../../src/features/hints/pointers'

const disc = { left: 88, top: 88, right: 112, bottom: 112 }

test('a line leaves the disc at its edge and touches the nearest side of its target', () => {
  expect(pointTo(disc, { left: 0, top: 200, right: 400, bottom: 260 })).toBe('M100 112L100 206')
  expect(pointTo(disc, { left: 300, top: 0, right: 500, bottom: 400 })).toBe('M112 100L306 100')
})

test('what is not on the page, or under the disc, gets no line', () => {
  expect(pointTo(disc, null)).toBeNull()
  expect(pointTo(disc, { left: 0, top: 0, right: 0, bottom: 0 })).toBeNull()
  expect(pointTo(disc, { left: 0, top: 0, right: 400, bottom: 400 })).toBeNull()
})

test('every line ends inside its target', () => {
  const side = fc.integer({ min: -2000, max: 2000 })
  const length = fc.integer({ min: 12, max: 2000 })
  fc.assert(
    fc.property(side, side, length, length, (left, top, width, height) => {
      const line = pointTo(disc, { left, top, right: left + width, bottom: top + height })
      if (line === null) return
      const [x = NaN, y = NaN] = (line.split('L')[1] ?? '').split(' ').map(Number)
      expect(x).toBeGreaterThanOrEqual(left)
      expect(x).toBeLessThanOrEqual(left + width)
      expect(y).toBeGreaterThanOrEqual(top)
      expect(y).toBeLessThanOrEqual(top + height)
    }),
  )
})
