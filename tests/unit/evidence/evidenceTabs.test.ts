import { expect, test } from 'vitest'
import { STEPS } from '../../../machines/steps'
import { ranStep, TABS, tabForLesson, tabOf, tabsOf } from '../../../src/evidence/evidenceTabs'
import { runUntilConnected, runUpTo, viewOf } from '../../support/callLog'

test.each(STEPS)('$id opens its own tab once it has run', ({ id, tab }) => {
  const view = viewOf(runUpTo(id))
  expect(tabForLesson(id, view)).toBe(tab)
})

test('a step that has not run shows the last that has', () => {
  const view = viewOf(runUpTo('create-offer'))
  expect(ranStep('send-answer', view)?.id).toBe('create-offer')
  expect(ranStep('capture-media', view)?.id).toBe('capture-media')
  expect(ranStep('capture-media', viewOf([]))).toBeNull()
})

test('opens SDP before anything has run, statistics once connected', () => {
  expect(tabForLesson('capture-media', viewOf([]))).toBe('sdp')
  expect(tabForLesson('connected', viewOf(runUntilConnected()))).toBe('stats')
  expect(tabForLesson('connected', viewOf(runUpTo('create-offer')))).toBe('sdp')
})

test('an address may name a tab', () => {
  expect(tabOf({ tab: 'ice' })).toBe('ice')
  expect(['', 'x', undefined, ['ice']].map((tab) => tabOf({ tab }))).toEqual([null, null, null, null])
})

test('an older address of the slots opens their tab', () => {
  expect(tabOf({ tab: 'slots' })).toBe('slots')
  expect(tabOf({ tab: 'sdp', view: 'slots' })).toBe('slots')
  expect(tabOf({ view: 'slots' })).toBe('slots')
  expect(tabOf({ tab: 'ice', view: 'slots' })).toBe('ice')
  expect(tabOf({ tab: 'sdp', view: 'text' })).toBe('sdp')
})

test('What now? comes first, but only while the call is connected', () => {
  const connected = viewOf(runUntilConnected())
  expect(tabsOf({ ...connected, live: true })).toEqual(['next', ...TABS])
  expect(tabsOf({ ...connected, live: false })).toEqual(TABS)
  expect(tabsOf({ ...viewOf(runUpTo('set-remote-answer')), live: true })).toEqual(TABS)
  expect(tabOf({ tab: 'next' })).toBe('next')
})
