import { expect, it } from 'vitest'
import { HANDSHAKE_13 } from '../../../../machines/scripts/handshake13'
import { DEFAULT_SETTINGS } from '../../../../machines/contracts'
import { callNumbers } from '../../../../src/evidence/next/callNumbers'
import { doorsOf, unreadConcepts } from '../../../../src/evidence/next/doors'
import { openQuestions } from '../../../../src/evidence/next/openQuestions'
import { CONCEPT_IDS } from '../../../../src/lessons/conceptIds'
import { answersOf } from '../../../../src/predict/answers'
import { questionsOf } from '../../../../src/predict/bank'
import { replayHistory } from '../../../../src/session/replayHistory'
import { readFrame } from '../../../../src/session/callFrame'
import { changed, logOf, runUntilConnected, viewOf } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'

const allRead = { read: CONCEPT_IDS.map((id) => `concept:${id}`), labs: {} }
const fresh = { progress: { read: [], labs: {} }, openQuestions: 3, isAlone: true, canEnd: true }
const ids = (...given: Parameters<typeof doorsOf>) => doorsOf(...given).map(({ id }) => id)

it('puts first what the learner has not done', () => {
  expect(ids(fresh)).toEqual([
    'check',
    'labs',
    'concepts',
    'errors',
    'pairs',
    'compare',
    'two-tabs',
    'end-call',
    'recordings',
  ])
  expect(doorsOf(fresh).slice(0, 3)).toEqual([
    { id: 'check', left: 3 },
    { id: 'labs', left: 0 },
    { id: 'concepts', left: CONCEPT_IDS.length },
  ])
  expect(ids({ ...fresh, openQuestions: 0 })[0]).toBe('labs')
  expect(ids({ ...fresh, openQuestions: 0, progress: allRead })).toEqual([
    'labs',
    'errors',
    'pairs',
    'compare',
    'two-tabs',
    'end-call',
    'recordings',
    'concepts',
  ])
})

it('puts the labs last once one of them is solved', () => {
  const labs = { 'no-tracks': { marks: ['solved'], actions: 8, reviewed: [] } }
  expect(ids({ ...fresh, progress: { read: [], labs } }).at(-1)).toBe('labs')
})

it('has no door to what this tab cannot do', () => {
  expect(ids({ ...fresh, isAlone: false })).not.toContain('two-tabs')
  expect(ids({ ...fresh, isAlone: false })).toContain('end-call')
  expect(ids({ ...fresh, canEnd: false })).not.toContain('end-call')
})

it('names the next concept in reading order', () => {
  expect(unreadConcepts({ read: [`concept:${CONCEPT_IDS[0]}`, 'lesson:connected'] })[0]).toBe(CONCEPT_IDS[1])
})

it('counts the questions that are open, and those about the hang-up belong to the note before it', () => {
  const { trace } = viewOf(runUntilConnected())
  const open = openQuestions(trace)
  expect(open).toContain('connected')
  expect(open).not.toContain('hang-up')
  const [first] = questionsOf('hang-up')
  answersOf(trace).set(first!.id, { guess: first!.options[0]! })
  expect(openQuestions(trace)).toHaveLength(open.length - 1)
})

function numbersOf(told: EventAtEnd[]) {
  const history = replayHistory(HANDSHAKE_13, DEFAULT_SETTINGS, logOf(told))
  const source = { runningTo: null, playing: false, channelName: '', samples: [], tabs: null }
  return callNumbers(
    readFrame({ ...source, history, settings: DEFAULT_SETTINGS, isLive: true, cursor: null }, null),
  )
}

it('tells the steps, and the time from the start of the last one to the connection of both ends', () => {
  const told = runUntilConnected()
  const start = told.findLastIndex(([, { type }]) => type === 'step.run')
  // Events are one millisecond apart.
  const connecting = told.length - 1 - start
  expect(numbersOf(told)).toEqual({ steps: 13, connecting })
  const later: EventAtEnd[] = [...told, changed('caller', { connectionState: 'disconnected' })]
  expect(numbersOf(later)).toEqual({ steps: 13, connecting })
})

it('tells no time when the connection was repaired first', () => {
  const told = runUntilConnected()
  const repaired: EventAtEnd[] = [
    ...told.slice(0, -2),
    changed('callee', { connectionState: 'failed' }),
    ...told.slice(-2),
  ]
  expect(numbersOf(repaired).connecting).toBeNull()
})
