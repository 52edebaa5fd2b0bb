import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { STEP_IDS } from '../../../machines/steps'
import { replayHistory } from '../../../src/session/replayHistory'
import { positionOf, withPosition } from '../../../src/composables/addressPosition'
import { lessonOfCheckpoint, indexOfLesson } from '../../../src/composables/selectedLesson'
import { changed, logOf, runOf, runUntilConnected, runUpTo } from '../../support/callLog'
import type { EventAtEnd } from '../../support/callLog'

const checkpointsOf = (told: readonly EventAtEnd[]) =>
  replayHistory(HANDSHAKE_13, DEFAULT_SETTINGS, logOf(told)).checkpoints
const lessonsOf = (told: readonly EventAtEnd[]) => {
  const checkpoints = checkpointsOf(told)
  return checkpoints.map((checkpoint) => lessonOfCheckpoint(checkpoint, checkpoints))
}
const error = { name: 'NotAllowedError', message: '' }

describe('lessonOfCheckpoint', () => {
  it('is the step that was done, then connected', () => {
    expect(lessonsOf(runUntilConnected())).toEqual([null, ...STEP_IDS, 'connected'])
  })

  it('is the step that failed, where one did', () => {
    expect(
      lessonsOf([runOf('capture-media'), ['caller', { type: 'xstate.error.actor.capture-media', error }]]),
    ).toEqual([null, 'capture-media'])
  })

  it('stays connected through an interruption, and ends with hanging up', () => {
    const told: EventAtEnd[] = [
      ...runUntilConnected(),
      changed('caller', { connectionState: 'disconnected' }),
      ['caller', { type: 'call.hang-up' }],
    ]
    expect(lessonsOf(told).slice(-3)).toEqual(['connected', 'connected', 'hang-up'])
  })
})

describe('indexOfLesson', () => {
  it('leads to the checkpoint of that lesson, and nowhere before it has come', () => {
    const checkpoints = checkpointsOf(runUntilConnected())
    for (const id of [...STEP_IDS, 'connected'] as const) {
      const checkpoint = checkpoints.find(({ index }) => index === indexOfLesson(id, checkpoints))
      expect(checkpoint && lessonOfCheckpoint(checkpoint, checkpoints)).toBe(id)
    }
    expect(indexOfLesson('hang-up', checkpoints)).toBeNull()
    expect(indexOfLesson('connected', checkpointsOf(runUpTo('send-answer')))).toBeNull()
  })
})

describe('the moment of an address', () => {
  it.each([
    [{ at: '57' }, 57],
    [{ at: '0' }, 0],
    [{}, null],
    [{ at: '-1' }, null],
    [{ at: '1e3' }, null],
    [{ at: 'now' }, null],
    [{ at: ['1', '2'] }, null],
    [{ at: '99999999' }, null],
  ])('of %j is %j', (query, moment) => {
    expect(positionOf(query)).toBe(moment)
  })

  it('is written beside what else the address says', () => {
    expect(withPosition({ tab: 'ice' }, 5)).toEqual({ tab: 'ice', at: '5' })
    expect(withPosition({ tab: 'ice', at: '5' }, null)).toEqual({ tab: 'ice' })
  })
})
