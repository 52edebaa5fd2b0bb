import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { STEPS } from '../../../machines/steps'
import { canHangUp, nextAction } from '../../../src/session/nextAction'
import { changed, runOf, runUntilConnected, runUpTo, viewOf } from '../../support/callLog'
import type { EventAtEnd } from '../../support/callLog'

const run = runOf('capture-media')
const hangUp: EventAtEnd = ['caller', { type: 'call.hang-up' }]
const failed = changed('caller', { connectionState: 'failed' })

describe('nextAction', () => {
  it.each(STEPS.map(({ id }, index) => [id, STEPS[index - 1]?.id] as const))(
    'names step %s when it is next',
    (id, before) => {
      const told = before === undefined ? [] : runUpTo(before)
      expect(nextAction(viewOf(told), null)).toEqual({ kind: 'run', step: id, does: 'next' })
    },
  )

  it('says what it waits for while a step runs', () => {
    expect(nextAction(viewOf([run]), null)).toEqual({ kind: 'busy', step: 'capture-media', does: 'nothing' })
  })

  it('waits for a message that is on its way', () => {
    const sent = runUpTo('send-offer').filter(([, { type }]) => type !== 'signal.description')
    expect(nextAction(viewOf(sent), null)).toEqual({
      kind: 'waiting',
      step: 'set-remote-offer',
      does: 'nothing',
    })
  })

  it('lets the learner leave gathering only without trickle, where it can take long', () => {
    const told = [...runUpTo('set-local-offer'), runOf('gather-candidates')]
    expect(nextAction(viewOf(told), null)).toMatchObject({ kind: 'busy', does: 'nothing' })
    expect(nextAction(viewOf(told, { ...DEFAULT_SETTINGS, trickle: false }), null)).toEqual({
      kind: 'leave-gathering',
      step: 'gather-candidates',
      does: 'next',
    })
  })

  it('retries a failed step, even one that a run stopped at', () => {
    const error = { name: 'NotAllowedError', message: 'Permission denied' }
    const told: EventAtEnd[] = [run, ['caller', { type: 'xstate.error.actor.capture-media', error }]]
    const retry = { kind: 'retry', step: 'capture-media', does: 'next' }
    expect(nextAction(viewOf(told), null)).toEqual(retry)
    expect(nextAction(viewOf(told), 'create-offer')).toEqual(retry)
  })

  it('starts again where the channel is closed, which no retry opens', () => {
    const error = { name: 'InvalidStateError', message: 'Channel is closed' }
    const told: EventAtEnd[] = [
      ...runUpTo('gather-candidates'),
      runOf('send-offer'),
      ['caller', { type: 'xstate.error.actor.send-offer', error }],
    ]
    expect(nextAction(viewOf(told), null)).toEqual({ kind: 'start-again', does: 'restart' })
  })

  it('shows where a run leads to', () => {
    expect(nextAction(viewOf(runUpTo('add-tracks')), 'send-offer')).toEqual({
      kind: 'running-to',
      target: 'send-offer',
      does: 'nothing',
    })
    expect(nextAction(viewOf(runUpTo('set-remote-answer')), 'connected')).toMatchObject({
      kind: 'running-to',
    })
  })

  it.each<[string, EventAtEnd[], object]>([
    ['connecting', runUpTo('set-remote-answer'), { kind: 'connecting', does: 'nothing' }],
    ['connected', runUntilConnected(), { kind: 'connected', does: 'lead-on' }],
    [
      'interrupted',
      [...runUntilConnected(), changed('caller', { connectionState: 'disconnected' })],
      { kind: 'interrupted', does: 'nothing' },
    ],
    ['failed', [...runUntilConnected(), failed], { kind: 'restart-ice', does: 'next' }],
    [
      'repairing',
      [...runUntilConnected(), failed, ['caller', { type: 'ice.restart' }]],
      { kind: 'repairing', does: 'nothing' },
    ],
    ['closed', [...runUntilConnected(), hangUp], { kind: 'start-again', does: 'restart' }],
  ])('follows the call when it is %s', (_phase, told, expected) => {
    expect(nextAction(viewOf(told), null)).toEqual(expected)
  })
})

describe('canHangUp', () => {
  it('is possible from the first action until hanging up', () => {
    expect(canHangUp(viewOf([]))).toBe(false)
    expect(canHangUp(viewOf([run]))).toBe(true)
    expect(canHangUp(viewOf(runUntilConnected()))).toBe(true)
    expect(canHangUp(viewOf([run, hangUp]))).toBe(false)
  })
})
