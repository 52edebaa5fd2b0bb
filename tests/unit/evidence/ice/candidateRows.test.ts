import { expect, test } from 'vitest'
import { candidateRows, readGathering } from '../../../../src/evidence/ice/candidateRows'
import { CANDIDATE, changed, runUpTo, viewOf } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'

const arrives: EventAtEnd = ['callee', { type: 'signal.candidate', candidate: CANDIDATE }]

test('one row for a candidate that both ends know', () => {
  const view = viewOf([...runUpTo('send-offer'), arrives])
  expect(candidateRows(view)).toMatchObject([
    {
      connection: { id: 'caller', role: 'caller' },
      mid: '0',
      candidate: { type: 'host', address: '192.0.2.1' },
      priority: { typePreference: 126, localPreference: 0x7f1e, component: 1 },
      sent: 'sent',
      arrived: 'queued',
    },
  ])
})

test('a candidate waits for its description, and nothing has arrived', () => {
  expect(candidateRows(viewOf(runUpTo('gather-candidates')))).toMatchObject([{ sent: 'held', arrived: null }])
})

test('a refused candidate says why; one that nobody here gathered has a row too', () => {
  const problem = { name: 'OperationError', message: 'Error processing ICE candidate' }
  const foreign = { ...CANDIDATE, candidate: 'candidate:broken' }
  const view = viewOf([
    ...runUpTo('set-remote-offer'),
    ['callee', { type: 'signal.candidate', candidate: foreign }],
    ['callee', { type: 'pc.candidate-refused', index: 0, problem }],
  ])
  expect(candidateRows(view)).toMatchObject([
    { sent: 'sent', arrived: null },
    { candidate: null, sent: null, arrived: 'refused', problem },
  ])
})

test('the end of candidates is no candidate', () => {
  const view = viewOf([...runUpTo('send-offer'), ['callee', { type: 'signal.end-of-candidates' }]])
  expect(candidateRows(view)).toHaveLength(1)
})

test('gathering counts by type and shows when it found nothing', () => {
  const view = viewOf([...runUpTo('gather-candidates'), changed('caller', { iceGatheringState: 'complete' })])
  expect(readGathering(view.connections[0]!)).toMatchObject({
    state: 'complete',
    types: [{ type: 'host', count: 1 }],
    isEmpty: false,
  })
  const empty = viewOf([...runUpTo('set-local-offer'), changed('caller', { iceGatheringState: 'complete' })])
  expect(readGathering(empty.connections[0]!).isEmpty).toBe(true)
  const early = viewOf([...runUpTo('set-local-offer'), changed('caller', { iceGatheringState: 'gathering' })])
  expect(readGathering(early.connections[0]!).isEmpty).toBe(false)
})
