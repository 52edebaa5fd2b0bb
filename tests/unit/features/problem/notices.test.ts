import { expect, test } from 'vitest'
import type { RemoteCandidate } from '../../../../machines/contracts'
import type { LogEntry } from '../../../../machines/log'
import { hasProblem, listEnded, listRefusals } from '../../../../src/features/problem/notices'
import { runUpTo, viewOf } from '../peers/log'
import type { Told } from '../peers/log'

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
  const ended = (seq: number, end: LogEntry['end'], kind: string): LogEntry => ({
    seq,
    at: seq,
    end,
    event: { type: 'media.ended', kind },
  })
  const entries: LogEntry[] = [
    ended(0, 'caller', 'video'),
    { seq: 1, at: 1, end: 'caller', event: { type: 'step.run', step: 'capture-media' } },
    ended(2, 'caller', 'video'),
    ended(3, 'callee', 'audio'),
  ]
  expect(listEnded(entries, 'caller')).toEqual(['video'])
  expect(listEnded(entries, 'callee')).toEqual(['audio'])
})

test('a message that a closed channel did not take is worth a notice until the call is over', () => {
  const problem = { name: 'InvalidStateError', message: 'Channel is closed' }
  const lost: Told[] = [...runUpTo('send-offer'), ['caller', { type: 'signal.lost', problem }]]
  expect(hasProblem(viewOf(lost), 'caller')).toBe(true)
  expect(hasProblem(viewOf(lost), 'callee')).toBe(false)
  expect(hasProblem(viewOf([...lost, ['caller', { type: 'call.hang-up' }]]), 'caller')).toBe(false)
})
