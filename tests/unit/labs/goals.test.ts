import { expect, test } from 'vitest'
import { countActions, createGoalReader } from '../../../src/labs/goals'
import type { Lab } from '../../../src/labs/lab'
import { marksOf } from '../../../src/labs/marks'
import type { LabHistory } from '../../../src/labs/moment'
import type { TraceEvent } from '../../../src/trace/traceEvent'
import { snapshotsOf } from '../../support/labMoment'

const LAB: Pick<Lab, 'goals' | 'forbidden'> = {
  goals: [
    { id: 'checked', when: { end: 'caller', state: 'iceConnectionState', is: 'checking' } },
    { id: 'connected', when: { end: 'caller', state: 'connectionState', is: 'connected' }, atEnd: true },
  ],
  forbidden: [{ id: 'failed', when: { end: 'caller', state: 'connectionState', is: 'failed' } }],
}

type States = [ice: 'new' | 'checking' | 'connected', connection: 'new' | 'connected' | 'failed']

/** A history in which the caller's connection goes through these states, after a first moment without one. */
function historyOf(...states: States[]): LabHistory {
  const moments = states.map(([iceConnectionState, connectionState]) =>
    snapshotsOf({ caller: { peer: { iceConnectionState, connectionState } } }),
  )
  const trace = states.map((_, seq) => ({ seq, at: seq, conn: 'caller', kind: 'state', name: '', data: {} }))
  return { trace: trace as TraceEvent[], snapshots: [snapshotsOf({}), ...moments] }
}

const CHECKING: States = ['checking', 'new']
const CONNECTED: States = ['connected', 'connected']
const FAILED: States = ['new', 'failed']

test('a goal latches at the moment that met it, and one at the end is lost again', () => {
  const history = historyOf(CHECKING, CONNECTED, ['new', 'new'])
  const { goals, solvedAt } = createGoalReader(LAB, 0).read(history)
  expect([...goals]).toEqual([
    ['checked', 1],
    ['connected', null],
  ])
  expect(solvedAt).toBe(2)
})

test('looking back shows what was met then', () => {
  const reader = createGoalReader(LAB, 0)
  const history = historyOf(CHECKING, CONNECTED)
  expect(reader.read(history).solvedAt).toBe(2)
  expect(reader.read(history, 1)).toEqual({
    goals: new Map([
      ['checked', 1],
      ['connected', null],
    ]),
    broken: [],
    solvedAt: null,
  })
  expect([...reader.read(history, 0).goals.values()]).toEqual([null, null])
})

test('what was met before the learner began does not count', () => {
  const { goals, solvedAt } = createGoalReader(LAB, 2).read(historyOf(CHECKING, CONNECTED, CONNECTED))
  expect(goals.get('checked')).toBeNull()
  expect(solvedAt).toBeNull()
})

test('a forbidden way stays forbidden', () => {
  const { broken, solvedAt } = createGoalReader(LAB, 0).read(historyOf(FAILED, CHECKING, CONNECTED))
  expect(broken).toEqual(['failed'])
  expect(solvedAt).toBeNull()
})

test('a history that grows is read on from where it was', () => {
  const reader = createGoalReader(LAB, 0)
  expect(reader.read(historyOf(CHECKING)).solvedAt).toBeNull()
  expect(reader.read(historyOf(CHECKING, CONNECTED)).solvedAt).toBe(2)
})

test('operations, messages and settings count as actions, and what happens by itself does not', () => {
  const of = (kind: string, name: string) => ({ kind, name }) as TraceEvent
  const trace = [
    of('intent', 'bench.run'),
    of('intent', 'settings.change'),
    of('event', 'ontrack'),
    of('intent', 'tray.deliver'),
    of('intent', 'bench.rules'),
  ]
  expect(countActions({ trace, snapshots: [] }, 0, 5)).toBe(3)
  expect(countActions({ trace, snapshots: [] }, 1, 4)).toBe(1)
})

test('marks are given for what was reached', () => {
  const finish = { hints: 0, actions: 8, par: 8, isExplained: true }
  expect(marksOf(finish)).toEqual(['solved', 'unaided', 'within-par', 'explained'])
  expect(marksOf({ hints: 1, actions: 9, par: 8, isExplained: false })).toEqual(['solved'])
})
