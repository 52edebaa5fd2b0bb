import { expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import { hasFault } from '../../../src/diagnosis/command'
import { callerLines, dumpOf, failingCaller, healthyCaller, sdp, stateLines } from './handMade'
import type { Entry } from './handMade'

const told = (entries: readonly Entry[]) => {
  const diagnosis = diagnose([dumpOf([...entries, [90_000, 'A', 'other', { name: 'the last line' }]])])
  const { verdicts, healthy } = diagnosis
  return { faults: verdicts.map(({ fault }) => fault), healthy, code: hasFault(diagnosis) ? 1 : 0 }
}
const HEALTHY = { faults: [], healthy: true, code: 0 }
const restarted = (at: number): Entry[] => [
  [at, 'A', 'restartIce', null],
  ...callerLines('A', sdp('CAL2'), sdp('ANS2', { setup: 'active' }), at + 10).slice(2),
]

test('ICE that failed at first, restarted and connected, is a call that ended well', () => {
  expect(told([...failingCaller(), ...restarted(16_000), ...stateLines('A', 'connected', 16_200)])).toEqual(
    HEALTHY,
  )
})

test('ICE that was lost, failed, restarted and connected, is a call that ended well', () => {
  const lost: Entry[] = [
    [20_000, 'A', 'oniceconnectionstatechange', 'disconnected'],
    [35_000, 'A', 'oniceconnectionstatechange', 'failed'],
    [35_001, 'A', 'onconnectionstatechange', 'failed'],
  ]
  expect(
    told([...healthyCaller(), ...lost, ...restarted(36_000), ...stateLines('A', 'connected', 36_200)]),
  ).toEqual(HEALTHY)
})

test('a restart that does not connect is no call that ended well', () => {
  const { healthy, code } = told([
    ...failingCaller(),
    ...restarted(16_000),
    ...stateLines('A', 'failed', 16_200),
  ])
  expect({ healthy, code }).toEqual({ healthy: false, code: 1 })
})

const refusedRelay: Entry = [
  70,
  'A',
  'onicecandidateerror',
  { url: 'turn:turn.example:3478', errorCode: 401, errorText: 'Unauthorized', address: null, port: null },
]

test('a TURN server that refused, in a call that did without it, is told and is no failure', () => {
  expect(told([...healthyCaller(), refusedRelay])).toEqual({
    faults: ['turn-refused'],
    healthy: true,
    code: 0,
  })
})

test('the same refusal in a call that is lost later is a failure', () => {
  const lost: Entry[] = [
    [20_000, 'A', 'oniceconnectionstatechange', 'disconnected'],
    [35_000, 'A', 'onconnectionstatechange', 'failed'],
  ]
  expect(told([...healthyCaller(), refusedRelay, ...lost])).toMatchObject({ healthy: false, code: 1 })
})

test('a call of the app that was refused stays a fault, though the connection survived it', () => {
  const refused: Entry[] = [
    [900, 'A', 'setRemoteDescription', { type: 'answer', sdp: 'x' }],
    [
      901,
      'A',
      'setRemoteDescriptionOnFailure',
      { name: '', message: 'Failed to parse SessionDescription. x' },
    ],
  ]
  expect(told([...healthyCaller(), ...refused])).toEqual({
    faults: ['sdp-damaged'],
    healthy: false,
    code: 1,
  })
})
