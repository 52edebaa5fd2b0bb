import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { STEP_IDS, STEPS } from '../../../machines/steps'
import { checkpointBefore, checkpointsOf, indexOfStep } from '../../../machines/checkpoints'
import { replayHistory } from '../../../src/session/replayHistory'
import type { EventAtEnd } from '../../support/callLog'
import { changed, done, logOf, runOf, runUntilConnected, runUpTo } from '../../support/callLog'

const historyOf = (told: readonly EventAtEnd[]) => replayHistory(HANDSHAKE_13, DEFAULT_SETTINGS, logOf(told))
const run = runOf('capture-media')
const retry = runOf('capture-media', 'step.retry')
const failure: EventAtEnd = [
  'caller',
  { type: 'xstate.error.actor.capture-media', error: { name: 'NotAllowedError', message: '' } },
]

describe('the checkpoints of a history', () => {
  it('are the beginning, the end of each step, and each phase of the connection', () => {
    const { checkpoints } = historyOf(runUntilConnected())
    expect(checkpoints.map(({ step, phase }) => [step, phase])).toEqual([
      [null, 'steps'],
      ...STEP_IDS.slice(0, -1).map((id) => [id, 'steps']),
      ['set-remote-answer', 'connecting'],
      ['set-remote-answer', 'connected'],
    ])
  })

  it('count a failure, but not its retry', () => {
    const { checkpoints } = historyOf([run, failure, retry, failure, retry, done('caller', 'capture-media')])
    expect(checkpoints.map(({ index, failed }) => [index, failed])).toEqual([
      [0, false],
      [2, true],
      [4, true],
      [6, false],
    ])
  })

  it('count an interruption, its healing, and hanging up', () => {
    const told = [
      ...runUntilConnected(),
      changed('caller', { connectionState: 'disconnected' }),
      changed('caller', { connectionState: 'connected' }),
      ['caller', { type: 'call.hang-up' }] as EventAtEnd,
    ]
    const phases = historyOf(told).checkpoints.map(({ phase }) => phase)
    expect(phases.slice(-4)).toEqual(['connected', 'interrupted', 'connected', 'closed'])
  })
})

describe('the checkpoints of a whole call', () => {
  it('are those that were found while it ran', () => {
    const { snapshots, checkpoints } = historyOf([run, failure, retry, failure, ...runUntilConnected()])
    expect(checkpointsOf(HANDSHAKE_13, snapshots)).toEqual(checkpoints)
  })
})

describe('indexOfStep', () => {
  it.each(STEP_IDS)('is the first moment at which %s is done', (id) => {
    const history = historyOf(runUntilConnected())
    const index = indexOfStep(STEPS, history.checkpoints, id) ?? NaN
    const isDone = (at: number) => {
      const { caller, callee } = history.snapshots[at] ?? {}
      return [caller, callee].some((end) => end?.context.done.includes(id))
    }
    expect(isDone(index)).toBe(true)
    expect(isDone(index - 1)).toBe(false)
  })

  it('is null for a step that is not done yet', () => {
    expect(indexOfStep(STEPS, historyOf(runUpTo('send-offer')).checkpoints, 'set-remote-offer')).toBeNull()
  })
})

describe('checkpointBefore', () => {
  it('is the checkpoint a moment belongs to', () => {
    const history = historyOf(runUpTo('create-offer'))
    const at = indexOfStep(STEPS, history.checkpoints, 'add-tracks') ?? NaN
    expect(checkpointBefore(history.checkpoints, at - 1).step).toBe('capture-media')
    expect(checkpointBefore(history.checkpoints, at).step).toBe('add-tracks')
    expect(checkpointBefore(history.checkpoints, at + 1).step).toBe('add-tracks')
    expect(checkpointBefore(history.checkpoints, 0).step).toBeNull()
  })
})
