import { expect, test } from 'vitest'
import { GLARE_MOMENTS } from '../../../src/figures/glareMoments'
import { momentOf, SLOT_MOMENTS } from '../../../src/figures/slotMoments'

test('each moment of the slots is recognised, and no other', () => {
  for (const [index, { caller, callee }] of SLOT_MOMENTS.entries())
    expect(momentOf(caller, callee)).toBe(index)
  const [first] = SLOT_MOMENTS
  expect(first && momentOf(first.callee, first.callee)).toBe(-1)
})

test('pending descriptions stand exactly where an end is not stable', () => {
  for (const { caller, callee } of SLOT_MOMENTS) {
    for (const { pendingLocal, currentLocal, currentRemote } of [caller, callee]) {
      if (pendingLocal !== null) expect([currentLocal, currentRemote]).toEqual([null, null])
      expect(currentLocal === null).toBe(currentRemote === null)
    }
  }
})

test('a collision ends with both ends stable over the same offer, and its answer', () => {
  const end = GLARE_MOMENTS.at(-1)
  expect([end?.polite.state, end?.impolite.state]).toEqual(['stable', 'stable'])
  expect(end?.polite.remote).toBe(end?.impolite.local)
  expect(end?.polite.local).toBe(end?.impolite.remote)
})

test('the impolite peer never leaves its own offer', () => {
  const held = GLARE_MOMENTS.slice(1).map(({ impolite }) => impolite.local)
  expect(new Set(held)).toEqual(new Set(['offer B']))
})
