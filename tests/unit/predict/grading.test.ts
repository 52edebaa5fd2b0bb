import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CallHistory } from '../../../src/session/callHistory'
import { viewCall } from '../../../src/session/callView'
import { STEP_IDS } from '../../../machines/steps'
import { QUESTIONS } from '../../../src/predict/bank'
import { readEvidence } from '../../../src/predict/stepEvidence'
import { isWatched } from '../../../src/predict/question'
import { createFakeCall, runStep, until } from '../../support/fakeCall'
import { runOf, runUpTo, viewOf } from '../../support/callLog'
import type { FakeCall } from '../../support/fakeCall'
import { endsOf } from '../../support/endsOf'

const WATCHED = QUESTIONS.filter(isWatched)

/** What the fake connections do by the specification; where browsers may differ, what the fake ones do. */
const EXPECTED: Record<string, string | undefined> = {
  'tracks-captured': 'two',
  'connection-yet': 'none',
  'negotiationneeded-count': 'once',
  'mid-after-add': 'null',
  'create-offer-changes': 'nothing',
  'offer-candidates': 'none',
  'offer-setup': 'actpass',
  'state-after-local-offer': 'have-local-offer',
  'gathering-at-promise': 'new',
  'local-offer-slot': 'pending',
  'host-without-server': 'found',
  'candidate-sections': 'one', // The fake gathers for one section only.
  'caller-after-send': 'have-local-offer',
  'callee-after-send': 'none',
  'callee-event-order': 'state',
  'track-muted': 'muted',
  'callee-gathering': 'new',
  'callee-direction': 'recvonly',
  'callee-transceivers': 'two',
  'callee-direction-after': 'sendrecv',
  'answer-setup': 'active',
  'answer-sections': 'same',
  'state-after-create-answer': 'have-remote-offer',
  'callee-slots': 'answer-offer',
  'caller-meanwhile': 'have-local-offer',
  'callee-ice-early': 'waits', // The fake network waits for both descriptions.
  'caller-after-answer-sent': 'have-local-offer',
  'answer-in-slot': 'none',
  'caller-slots': 'offer-answer',
  'connected-at-promise': 'connected', // The fake network takes no time.
  'ice-or-connection': 'together',
  'completed-state': 'unseen',
  'agreed-direction': 'sendrecv',
  'connect-order': undefined, // The fake network carries no media, so nothing unmutes; see below.
  'state-after-close': 'closed',
  'callee-after-bye': 'closed',
}

let fake: FakeCall
let history: CallHistory
/** The trace of the call, or its beginning. */
const traceUpTo = (length?: number) => viewCall(history, length).trace

beforeAll(async () => {
  fake = createFakeCall()
  const { call } = fake
  for (let step = 0; step < STEP_IDS.length; step++) await runStep(call)
  await until(call, ({ turn }) => turn.phase === 'connected')
  call.controls.hangUp()
  await until(call, (view) => endsOf(view).callee.tag === 'closed')
  history = call.currentHistory()
})

afterEach(() => {
  fake.call.close()
})

describe('every grader', () => {
  it('is expected to find something', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(WATCHED.map(({ id }) => id).sort())
  })

  it.each(WATCHED)(
    '$id answers with one of its options after a whole call, and quotes what it saw',
    (question) => {
      const finding = question.grade(readEvidence(traceUpTo(), question.at)!)
      if (question.act === undefined) expect(question.options).toContain(finding?.option)
      expect(finding?.option).toBe(EXPECTED[question.id])
      expect(finding?.seen).not.toBe('')
    },
  )

  it.each(WATCHED)('$id has nothing to say before its step has run', (question) => {
    expect(readEvidence(traceUpTo(2), question.at)).toBeNull()
  })

  it.each(WATCHED)('$id never throws, wherever the log stops', (question) => {
    for (let length = 0; length <= history.log.length; length++) {
      const evidence = readEvidence(traceUpTo(length), question.at)
      const finding = evidence && question.grade(evidence)
      if (finding && question.act === undefined) expect(question.options).toContain(finding.option)
    }
  })

  it.each(WATCHED)('$id keeps its verdict once the step after it has begun', (question) => {
    const findings = new Set<string | undefined>()
    for (let length = 0; length <= history.log.length; length++) {
      const evidence = readEvidence(traceUpTo(length), question.at)
      if (evidence?.isOver === true) findings.add(question.grade(evidence)?.option)
    }
    expect(findings.size).toBeLessThanOrEqual(1)
  })
})

describe('an order read from the log', () => {
  const question = WATCHED.find(({ id }) => id === 'connect-order')!
  const HAPPENED = [
    ['signalingState', 'stable'],
    ['iceConnectionState', 'connected'],
    ['connectionState', 'connected'],
  ] as const
  const isAccepted = (guess: readonly string[], together: boolean) => {
    const before = runUpTo('receive-answer')
    const states = HAPPENED.map(([field, value]) => ({ [field]: value }))
    const reports = together ? [states[0], { ...states[1], ...states[2] }] : states
    const { trace } = viewOf([
      ...before,
      runOf('set-remote-answer'),
      ...reports.map((status) => ['caller', { type: 'pc.changed', cause: 'test', status }] as never),
      ['caller', { type: 'xstate.done.actor.set-remote-answer', output: null }],
      ['caller', { type: 'pc.track-changed', track: { id: 'a', kind: 'video', muted: false } }],
    ])
    const finding = question.grade(readEvidence(trace, 'set-remote-answer')!)
    return finding?.accepts?.(guess.join('\n'))
  }
  const [stable, ice, connected, unmute] = [
    'signalingState = "stable"',
    'iceConnectionState = "connected"',
    'connectionState = "connected"',
    'track.onunmute',
  ]

  it('is right as it happened, and wrong otherwise', () => {
    expect(isAccepted([stable, ice, connected, unmute], false)).toBe(true)
    expect(isAccepted([stable, connected, ice, unmute], false)).toBe(false)
    expect(isAccepted([unmute, stable, ice, connected], false)).toBe(false)
  })

  it('accepts either order of two things in one report', () => {
    expect(isAccepted([stable, ice, connected, unmute], true)).toBe(true)
    expect(isAccepted([stable, connected, ice, unmute], true)).toBe(true)
    expect(isAccepted([ice, stable, connected, unmute], true)).toBe(false)
  })
})

describe('evidence', () => {
  it('is none while a step runs, and none when it failed', () => {
    const before = runUpTo('add-tracks')
    const running = viewOf([...before, runOf('create-offer')])
    expect(readEvidence(running.trace, 'create-offer')).toBeNull()
    const failed = viewOf([
      ...before,
      runOf('create-offer'),
      ['caller', { type: 'xstate.error.actor.create-offer', error: { name: 'E', message: '' } }],
    ])
    expect(readEvidence(failed.trace, 'create-offer')).toBeNull()
  })

  it('distinguishes before from after', () => {
    const evidence = readEvidence(traceUpTo(), 'set-remote-answer')!
    expect(evidence.before.caller?.signalingState).toBe('have-local-offer')
    expect(evidence.after.caller?.signalingState).toBe('stable')
    expect(evidence.latest.caller?.connectionState).toBe('connected')
    expect(evidence.isOver).toBe(true)
  })
})
