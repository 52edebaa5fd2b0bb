import { expect, test } from 'vitest'
import { GLARE_STORIES } from '../../../src/figures/glareMoments'
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

const { perfect, impolite } = GLARE_STORIES

test('a collision ends with both ends stable over the same offer, and its answer', () => {
  const end = perfect.at(-1)
  expect([end?.left.state, end?.right.state]).toEqual(['stable', 'stable'])
  expect(end?.left.remote).toBe(end?.right.local)
  expect(end?.left.local).toBe(end?.right.remote)
})

test('an impolite peer never leaves its own offer', () => {
  const held = (end: 'left' | 'right', story: typeof perfect) => [
    ...new Set(story.slice(1).map((moment) => moment[end].local)),
  ]
  expect(held('right', perfect)).toEqual(['offer B'])
  expect(held('left', impolite)).toEqual(['offer A'])
  expect(held('right', impolite)).toEqual(['offer B'])
})

test('between two impolite peers nothing is on the way at the end, and neither is stable', () => {
  const end = impolite.at(-1)
  expect(end?.messages).toEqual([])
  expect([end?.left.state, end?.right.state]).toEqual(['have-local-offer', 'have-local-offer'])
})
