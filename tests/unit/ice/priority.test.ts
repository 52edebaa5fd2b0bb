import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePriority, encodePriority, pairPriority, pairPriorityParts } from '../../../src/ice/priority'

test('decoding and encoding are inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (priority) => {
      expect(encodePriority(decodePriority(priority))).toBe(priority)
    }),
  )
})

// Textbook values of RFC 8445, then candidates seen in Chromium 156 and Firefox 153.
test.each([
  [2130706431, 126, 65535, 1],
  [1862270975, 110, 65535, 1],
  [1694498815, 100, 65535, 1],
  [16777215, 0, 65535, 1],
  [2122260223, 126, 0x7f1e, 1],
  [2122194687, 126, 0x7e1e, 1],
  [2122265343, 126, 0x7f32, 1],
  [2113937151, 126, 0x001e, 1],
  [1686052607, 100, 0x7f1e, 1],
  [1677729535, 100, 0x001e, 1],
  [1853824767, 110, 0x7f1e, 1],
  [58662911, 3, 0x7f1f, 1],
  [25108479, 1, 0x7f1f, 1],
  [1518280447, 90, 0x7f1e, 1],
  [2122187007, 126, 0x7e00, 1],
  [2122187006, 126, 0x7e00, 2],
  [2105458943, 125, 0x7ec0, 1],
])('%i = %i, %i, %i', (priority, typePreference, localPreference, component) => {
  expect(decodePriority(priority)).toEqual({ typePreference, localPreference, component })
})

// Seen between Chromium 156 peers, some behind NATs: controlling candidate, controlled candidate, pair.
test.each([
  [2122260223, 2122260223, 9115038255631187454n],
  [1853824767, 1686052607, 7241540810108190207n],
  [1686052607, 1686052607, 7241540809772645886n],
  [58662911, 1853824767, 251955287940808190n],
  [58662911, 58662911, 251955284350484478n],
])('pair of %i and %i is %i', (controlling, controlled, priority) => {
  expect(pairPriority(controlling, controlled)).toBe(priority)
})

test('pair priorities order by the smaller first, and both ends agree on the pair', () => {
  const priority = fc.integer({ min: 1, max: 2 ** 31 - 1 })
  fc.assert(
    fc.property(priority, priority, priority, priority, (a, b, c, d) => {
      if (Math.min(a, b) > Math.min(c, d)) expect(pairPriority(a, b) > pairPriority(c, d)).toBe(true)
      const { smaller, larger, tie } = pairPriorityParts(a, b)
      expect(smaller + larger + tie).toBe(pairPriority(a, b))
      expect(pairPriority(a, b) - pairPriority(b, a)).toBe(a > b ? 1n : a < b ? -1n : 0n)
    }),
  )
})
