import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STEP_IDS } from '../../../machines/steps'
import { formatTalk, readStops } from '../../../src/composables/talk'

test('stored stop points are read in the order of the call, and anything else is left out', () => {
  expect(readStops('create-answer create-offer')).toEqual(['create-offer', 'create-answer'])
  expect(readStops(null)).toEqual([])
  fc.assert(
    fc.property(fc.string(), fc.subarray([...STEP_IDS]), (text, ids) => {
      const read = readStops([...ids.toReversed(), `<${text}>`].join(' '))
      expect(read.filter((id) => ids.includes(id))).toEqual(ids)
      expect(STEP_IDS.filter((id) => read.includes(id))).toEqual(read)
    }),
  )
})

test('a time has minutes without an end and two digits of seconds', () => {
  expect([0, 9, 61, 2700, 7261].map(formatTalk)).toEqual(['0:00', '0:09', '1:01', '45:00', '121:01'])
})
