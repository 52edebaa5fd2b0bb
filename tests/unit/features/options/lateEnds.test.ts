import { expect, test } from 'vitest'
import { options } from '../../../../src/i18n/messages/options'
import {
  endsCapturedOtherwise,
  endsConnectedAlready,
  isTrickling,
} from '../../../../src/features/options/lateEnds'
import { nameEnds } from '../../../../src/features/options/nameEnds'
import type { Told } from '../peers/log'
import { runUpTo, viewOf } from '../peers/log'

function endsAfter(told: readonly Told[]) {
  const { caller, callee } = viewOf(told)
  return [caller, callee]
}

test('a change of source comes too late for the ends that have captured', () => {
  expect(endsCapturedOtherwise(endsAfter([]), 'test-pattern')).toEqual([])
  expect(endsCapturedOtherwise(endsAfter(runUpTo('capture-media')), 'test-pattern')).toEqual(['caller'])
  expect(endsCapturedOtherwise(endsAfter(runUpTo('capture-media')), 'camera')).toEqual([])
  const both = endsAfter(runUpTo('prepare-callee-media'))
  expect(endsCapturedOtherwise(both, 'test-pattern')).toEqual(['caller', 'callee'])
})

test('ICE servers come too late for the ends whose connection is made', () => {
  expect(endsConnectedAlready(endsAfter(runUpTo('capture-media')))).toEqual([])
  expect(endsConnectedAlready(endsAfter(runUpTo('add-tracks')))).toEqual(['caller'])
  expect(endsConnectedAlready(endsAfter(runUpTo('set-remote-offer')))).toEqual(['caller', 'callee'])
})

test('the trickle switch holds still while candidates follow a description', () => {
  expect(isTrickling(endsAfter(runUpTo('gather-candidates')))).toBe(false)
  const sent = runUpTo('send-offer')
  expect(isTrickling(endsAfter(sent))).toBe(true)
  expect(isTrickling(endsAfter([...sent, ['caller', { type: 'pc.end-of-candidates' }]]))).toBe(false)
  expect(isTrickling(endsAfter([...sent, ['caller', { type: 'call.hang-up' }]]))).toBe(false)
})

test('ends are named in each language', () => {
  expect(nameEnds(options.testPatternLater, ['caller', 'callee'])).toEqual({
    zh: expect.stringContaining('呼叫方和被叫方') as string,
    en: expect.stringContaining('caller and the callee') as string,
  })
})
