import { expect, test } from 'vitest'
import { STEPS, stepIndex } from '../../../../machines/steps'
import type { StepId } from '../../../../machines/steps'
import { callInSmall } from '../../../../src/features/home/callInSmall'

const after = (id: StepId) => callInSmall(stepIndex(id) + 1)
const before = (id: StepId) => callInSmall(stepIndex(id))

test('the states of both ends change at the steps that set descriptions', () => {
  expect(callInSmall(0).states).toEqual({ caller: null, callee: null })
  expect(before('set-local-offer').states).toEqual({ caller: 'stable', callee: null })
  expect(after('set-local-offer').states).toEqual({ caller: 'have-local-offer', callee: null })
  expect(after('set-remote-offer').states).toEqual({
    caller: 'have-local-offer',
    callee: 'have-remote-offer',
  })
  expect(after('set-local-answer').states).toEqual({ caller: 'have-local-offer', callee: 'stable' })
  expect(after('set-remote-answer').states).toEqual({ caller: 'stable', callee: 'stable' })
})

test('the offer and the answer cross when they are sent, and media flows after the last step', () => {
  expect([before('send-offer'), after('send-offer')].map((call) => call.hasOfferCrossed)).toEqual([
    false,
    true,
  ])
  expect([before('send-answer'), after('send-answer')].map((call) => call.hasAnswerCrossed)).toEqual([
    false,
    true,
  ])
  expect(callInSmall(STEPS.length - 1).isConnected).toBe(false)
  expect(callInSmall(STEPS.length).isConnected).toBe(true)
})
