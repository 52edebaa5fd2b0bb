import { expect, test } from 'vitest'
import { readRuns } from '../../../src/projections/runs'
import { describeRun } from '../../../src/evidence/describeRun'
import { CANDIDATE, changed, done, runOf, runUpTo, viewOf } from '../../support/callLog'
import type { EventAtEnd } from '../../support/callLog'

const traceOf = (told: readonly EventAtEnd[]) => viewOf(told).trace
const event = (cause: string): EventAtEnd => ['caller', { type: 'pc.changed', cause, status: {} }]

test('every step of a whole call has one run, in order', () => {
  const runs = readRuns(traceOf(runUpTo('set-remote-answer')))
  expect(runs.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
    'capture-media done',
    'add-tracks done',
    'create-offer done',
    'set-local-offer done',
    'gather-candidates observed',
    'send-offer done',
    'set-remote-offer done',
    'prepare-callee-media done',
    'create-answer done',
    'set-local-answer done',
    'send-answer done',
    'receive-answer observed',
    'set-remote-answer done',
  ])
})

test('says how long a call took and which events it fired', () => {
  const before = runUpTo('create-offer')
  const log = traceOf([
    ...before,
    runOf('set-local-offer'),
    event('signalingstatechange'),
    done('caller', 'set-local-offer'),
    event('setLocalDescription()'),
    event('icegatheringstatechange'),
    ['caller', { type: 'pc.candidate', candidate: CANDIDATE }],
    event('icecandidate'),
    ['caller', { type: 'pc.candidate', candidate: CANDIDATE }],
    changed('callee', {}),
    runOf('gather-candidates'),
    event('iceconnectionstatechange'),
  ])
  expect(describeRun(log, 'set-local-offer')).toEqual({
    outcome: 'done',
    duration: 2,
    events: [
      { name: 'signalingstatechange', count: 1 },
      { name: 'icegatheringstatechange', count: 1 },
      { name: 'icecandidate', count: 2 },
    ],
  })
})

test('step 5 calls nothing and lists the candidates since step 4', () => {
  const description = describeRun(traceOf(runUpTo('gather-candidates')), 'gather-candidates')
  expect(description).toMatchObject({ outcome: 'observed', duration: null })
  expect(description?.events).toContainEqual({ name: 'icecandidate', count: 1 })
})

test('names tracks, unmute and negotiationneeded by their events', () => {
  const track = { id: 't', kind: 'audio', muted: true }
  const log = traceOf([
    ...runUpTo('capture-media'),
    runOf('add-tracks'),
    ['caller', { type: 'pc.negotiation-needed' }],
    ['caller', { type: 'pc.track', track }],
    ['caller', { type: 'pc.track', track: { ...track, id: 'v' } }],
    ['caller', { type: 'pc.track-changed', track: { ...track, muted: false } }],
  ])
  expect(describeRun(log, 'add-tracks')).toEqual({
    outcome: 'running',
    duration: null,
    events: [
      { name: 'negotiationneeded', count: 1 },
      { name: 'track', count: 2 },
      { name: 'unmute', count: 1 },
    ],
  })
})

test('a failed run, then its retry', () => {
  const failed: EventAtEnd = ['caller', { type: 'xstate.error.actor.capture-media', error: new Error('no') }]
  const log = [runOf('capture-media'), failed]
  expect(describeRun(traceOf(log), 'capture-media')).toMatchObject({ outcome: 'failed', duration: 1 })
  const again = [...log, runOf('capture-media', 'step.retry'), done('caller', 'capture-media')]
  expect(describeRun(traceOf(again), 'capture-media')).toMatchObject({ outcome: 'done', duration: 1 })
  expect(readRuns(traceOf(again))).toHaveLength(2)
})

test('leaving step 5 early is no run of step 6', () => {
  const log = traceOf([
    ...runUpTo('set-local-offer'),
    runOf('gather-candidates'),
    runOf('gather-candidates'),
    runOf('send-offer'),
    done('caller', 'send-offer'),
  ])
  expect(readRuns(log).filter(({ step }) => step === 'send-offer')).toMatchObject([{ outcome: 'done' }])
  expect(readRuns(log).filter(({ step }) => step === 'gather-candidates')).toHaveLength(1)
})

test('a run is of the step that it names, in whatever order steps come', () => {
  const steps = ['create-offer', 'capture-media'] as const
  const log = traceOf(steps.flatMap((step) => [runOf(step), done('caller', step)]))
  expect(readRuns(log)).toMatchObject(steps.map((step) => ({ step, outcome: 'done' })))
})

test('a late press for a step that is done is no run, and does not take the outcome of another', () => {
  const log = traceOf([
    ...runUpTo('add-tracks'),
    runOf('create-offer'),
    runOf('add-tracks'),
    done('caller', 'create-offer'),
  ])
  expect(readRuns(log).map(({ step, outcome }) => [step, outcome])).toEqual([
    ['capture-media', 'done'],
    ['add-tracks', 'done'],
    ['create-offer', 'done'],
  ])
})

test('a step that has not run has no description', () => {
  expect(describeRun(traceOf([]), 'capture-media')).toBeNull()
})
