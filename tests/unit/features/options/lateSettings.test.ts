import { expect, test } from 'vitest'
import { options } from '../../../../src/i18n/messages/options'
import {
  capturedOtherwise,
  connectedAlready,
  isTrickling,
  settingsAt,
} from '../../../../src/features/options/lateSettings'
import { nameConnections } from '../../../../src/features/options/nameConnections'
import type { EventAtEnd } from '../../../support/callLog'
import { runUpTo, viewOf } from '../../../support/callLog'

function after(told: readonly EventAtEnd[]) {
  return viewOf(told).connections
}

const idsOf = (connections: readonly { id: string }[]) => connections.map(({ id }) => id)

test('a change of source comes too late for the ends that have captured', () => {
  expect(capturedOtherwise(after([]), 'test-pattern')).toEqual([])
  expect(idsOf(capturedOtherwise(after(runUpTo('capture-media')), 'test-pattern'))).toEqual(['caller'])
  expect(capturedOtherwise(after(runUpTo('capture-media')), 'camera')).toEqual([])
  const both = after(runUpTo('prepare-callee-media'))
  expect(idsOf(capturedOtherwise(both, 'test-pattern'))).toEqual(['caller', 'callee'])
})

test('ICE servers come too late for the ends whose connection is made', () => {
  expect(connectedAlready(after(runUpTo('capture-media')))).toEqual([])
  expect(idsOf(connectedAlready(after(runUpTo('add-tracks'))))).toEqual(['caller'])
  expect(idsOf(connectedAlready(after(runUpTo('set-remote-offer'))))).toEqual(['caller', 'callee'])
})

test('the trickle switch is locked while candidates follow a description', () => {
  expect(isTrickling(after(runUpTo('gather-candidates')))).toBe(false)
  const sent = runUpTo('send-offer')
  expect(isTrickling(after(sent))).toBe(true)
  expect(isTrickling(after([...sent, ['caller', { type: 'pc.end-of-candidates' }]]))).toBe(false)
  expect(isTrickling(after([...sent, ['caller', { type: 'call.hang-up' }]]))).toBe(false)
})

test('ends are named in each language', () => {
  expect(nameConnections(options.testPatternLater, after([]))).toEqual({
    zh: expect.stringContaining('呼叫方和被叫方') as string,
    en: expect.stringContaining('caller and the callee') as string,
  })
})

test('a connection without a role is named by its id, and one without a machine is late for nothing', () => {
  const foreign = after(runUpTo('send-offer')).map((one) => ({ ...one, id: 'PC-1', role: null, end: null }))
  expect(nameConnections(options.testPatternLater, foreign.slice(0, 1)).en).toContain('pc-1')
  expect(capturedOtherwise(foreign, 'test-pattern')).toEqual([])
  expect(connectedAlready(foreign)).toEqual([])
  expect(isTrickling(foreign)).toBe(false)
  expect(settingsAt(foreign)).toBeNull()
})
