import { expect, test } from 'vitest'
import { timelineRows } from '../../../src/panels/evidence/timelineRows'
import { CANDIDATE, changed, FRESH, logOf, runUpTo } from '../panels-scene/log'
import type { Told } from '../panels-scene/log'

function lines(told: readonly Told[]): string[] {
  return timelineRows(logOf(told)).map(({ end, kind, name, detail, count }) =>
    `${end} ${kind} ${name} ${detail}${count > 1 ? ` ×${String(count)}` : ''}`.trim(),
  )
}

test('a call, what it changed, and its outcome', () => {
  expect(lines(runUpTo('set-local-offer')).slice(-3)).toEqual([
    'caller call setLocalDescription()',
    'caller done setLocalDescription() 1.0 ms',
    'caller change signalingState stable → have-local-offer',
  ])
})

test('a new connection is one row; later reports say what changed', () => {
  const status = {
    ...FRESH,
    transceivers: [{ mid: null, kind: 'audio', direction: 'recvonly', currentDirection: null }],
  }
  const answer = { type: 'answer' as const, sdp: 'v=0' }
  expect(
    lines([
      changed('callee', status),
      changed('callee', {
        transceivers: [{ mid: '0', kind: 'audio', direction: 'sendrecv', currentDirection: null }],
      }),
      changed('callee', { currentLocalDescription: answer }),
      changed('callee', { currentLocalDescription: { ...answer, sdp: 'v=0 and more' } }),
    ]),
  ).toEqual([
    'callee change new RTCPeerConnection() stable · new · new · new',
    'callee change audio direction recvonly → sendrecv',
    'callee change currentLocalDescription – → answer',
  ])
})

test('neighbours of one end that say the same fold, whatever the other end does between', () => {
  const gathered: Told = ['caller', { type: 'pc.candidate', candidate: CANDIDATE }]
  expect(lines([gathered, ['callee', { type: 'pc.negotiation-needed' }], gathered, gathered])).toEqual([
    'caller event icecandidate host ×3',
    'callee event negotiationneeded',
  ])
})

test('failures name the exception; messages say which way they went', () => {
  const problem = { name: 'OperationError', message: 'no' }
  const message = { kind: 'candidate', seq: 0, from: 'caller' }
  const traffic = { size: 1, message }
  expect(
    lines([
      ['caller', { type: 'step.run' }],
      ['caller', { type: 'xstate.error.actor.capture-media', error: problem }],
      ['callee', { type: 'pc.candidate-refused', index: 0, problem }],
      ['caller', { type: 'signal.traffic', traffic: { ...traffic, direction: 'out', outcome: 'sent' } }],
      ['callee', { type: 'signal.traffic', traffic: { ...traffic, direction: 'in', outcome: 'duplicate' } }],
      [
        'callee',
        { type: 'signal.traffic', traffic: { size: 1, direction: 'in', outcome: 'refused', reason: 'room' } },
      ],
    ]),
  ).toEqual([
    'caller call getUserMedia()',
    'caller failed getUserMedia() OperationError: no',
    'callee failed addIceCandidate() OperationError: no',
    'caller sent candidate',
    'callee arrived candidate duplicate',
    'callee refused ? room',
  ])
})

test('an ICE restart and a delay have rows; the rest of what XState says has none', () => {
  expect(
    lines([
      ['caller', { type: 'xstate.init' }],
      ['caller', { type: 'ice.restart' }],
      ['caller', { type: 'xstate.done.actor.restart-ice' }],
      ['caller', { type: 'xstate.after.stall.connection' }],
    ]),
  ).toEqual(['caller call restartIce()', 'caller done restartIce()', 'caller timer after stall'])
})

test('steps carry their number, and keys are unique', () => {
  const rows = timelineRows(logOf(runUpTo('set-remote-answer')))
  expect(rows.filter(({ step }) => step !== null).map(({ step }) => step)).toEqual(
    [...Array(13).keys()].map((n) => n + 1),
  )
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
})
