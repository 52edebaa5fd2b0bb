import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { STEP_IDS } from '../../../machines/steps'
import { momentOfStep, replayTape, stopBefore } from '../../../src/call/tape'
import type { Told } from '../features/peers/log'
import { changed, done, logOf, runOf, runUntilConnected, runUpTo } from '../features/peers/log'

const tapeOf = (told: readonly Told[]) => replayTape(DEFAULT_SETTINGS, logOf(told))
const run = runOf('capture-media')
const retry = runOf('capture-media', 'step.retry')
const failure: Told = [
  'caller',
  { type: 'xstate.error.actor.capture-media', error: { name: 'NotAllowedError', message: '' } },
]

describe('the stops of a tape', () => {
  it('are the beginning, the end of each step, and each phase of the connection', () => {
    const { stops } = tapeOf(runUntilConnected())
    expect(stops.map(({ step, phase }) => [step, phase])).toEqual([
      [null, 'steps'],
      ...STEP_IDS.slice(0, -1).map((id) => [id, 'steps']),
      ['set-remote-answer', 'connecting'],
      ['set-remote-answer', 'connected'],
    ])
  })

  it('count a failure, but not its retry', () => {
    const { stops } = tapeOf([run, failure, retry, failure, retry, done('caller', 'capture-media')])
    expect(stops.map(({ index, failed }) => [index, failed])).toEqual([
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
      ['caller', { type: 'call.hang-up' }] as Told,
    ]
    const phases = tapeOf(told).stops.map(({ phase }) => phase)
    expect(phases.slice(-4)).toEqual(['connected', 'interrupted', 'connected', 'closed'])
  })
})

describe('momentOfStep', () => {
  it.each(STEP_IDS)('is the first moment at which %s is done', (id) => {
    const tape = tapeOf(runUntilConnected())
    const index = momentOfStep(tape.stops, id) ?? NaN
    const isDone = (at: number) => {
      const { caller, callee } = tape.moments[at] ?? {}
      return [caller, callee].some((end) => end?.context.done.includes(id))
    }
    expect(isDone(index)).toBe(true)
    expect(isDone(index - 1)).toBe(false)
  })

  it('is null for a step that is not done yet', () => {
    expect(momentOfStep(tapeOf(runUpTo('send-offer')).stops, 'set-remote-offer')).toBeNull()
  })
})

describe('stopBefore', () => {
  it('is the stop a moment belongs to', () => {
    const tape = tapeOf(runUpTo('create-offer'))
    const at = momentOfStep(tape.stops, 'add-tracks') ?? NaN
    expect(stopBefore(tape.stops, at - 1).step).toBe('capture-media')
    expect(stopBefore(tape.stops, at).step).toBe('add-tracks')
    expect(stopBefore(tape.stops, at + 1).step).toBe('add-tracks')
    expect(stopBefore(tape.stops, 0).step).toBeNull()
  })
})
