import { expect, test } from 'vitest'
import type { RemoteCandidate } from '../../../../machines/contracts'
import type { End } from '../../../../machines/steps'
import { withRole } from '../../../../src/trace/trace'
import { hasProblem, listEnded, listRefusals } from '../../../../src/features/problem/notices'
import { foreignFrame } from '../../../support/foreignFrame'
import { runUpTo, viewOf } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'

function isTroubled(told: readonly EventAtEnd[], role: End): boolean {
  const { connections, trace } = viewOf(told)
  return hasProblem(trace, withRole(connections, role)!)
}

const candidate = { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null }

test('refused candidates are listed with the words of the browser', () => {
  const remote: RemoteCandidate[] = [
    { candidate, state: 'added' },
    { candidate, state: 'refused', problem: { name: 'OperationError', message: 'Unknown ufrag (zzzz)' } },
    { candidate: { ...candidate, candidate: '' }, state: 'refused' },
  ]
  expect(listRefusals(remote)).toEqual([
    { line: 'candidate:1', problem: 'OperationError: Unknown ufrag (zzzz)' },
    { line: '', problem: '' },
  ])
})

test('tracks that ended are counted once a kind, each at its own end', () => {
  const ended = (end: End, kind: string): EventAtEnd => [end, { type: 'media.ended', kind }]
  const { trace } = viewOf([
    ended('caller', 'video'),
    ['caller', { type: 'step.run', step: 'capture-media' }],
    ended('caller', 'video'),
    ended('callee', 'audio'),
  ])
  expect(listEnded(trace, 'caller')).toEqual(['video'])
  expect(listEnded(trace, 'callee')).toEqual(['audio'])
})

test('a message that a closed channel did not take is worth a notice until the call is over', () => {
  const problem = { name: 'InvalidStateError', message: 'Channel is closed' }
  const lost: EventAtEnd[] = [...runUpTo('send-offer'), ['caller', { type: 'signal.lost', problem }]]
  expect(isTroubled(lost, 'caller')).toBe(true)
  expect(isTroubled(lost, 'callee')).toBe(false)
  expect(isTroubled([...lost, ['caller', { type: 'call.hang-up' }]], 'caller')).toBe(false)
})

test('a connection without a recorded machine has only what it reports itself', () => {
  const { connections, trace } = foreignFrame(2).view
  expect(connections.map((connection) => hasProblem(trace, connection))).toEqual([false, false])
  const [first] = connections
  const remote = [{ candidate, state: 'refused' as const }]
  expect(hasProblem(trace, { ...first!, facts: { ...first!.facts, remote } })).toBe(true)
})
