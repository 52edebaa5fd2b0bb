import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { STEP_IDS } from '../../../machines/steps'
import { replayTape } from '../../../src/call/tape'
import { momentOf, withMoment } from '../../../src/composables/address'
import { lessonOfStop, momentOfLesson } from '../../../src/composables/focus'
import { changed, logOf, runOf, runUntilConnected, runUpTo } from '../features/peers/log'
import type { Told } from '../features/peers/log'

const stopsOf = (told: readonly Told[]) => replayTape(DEFAULT_SETTINGS, logOf(told)).stops
const lessonsOf = (told: readonly Told[]) => {
  const stops = stopsOf(told)
  return stops.map((stop) => lessonOfStop(stop, stops))
}
const error = { name: 'NotAllowedError', message: '' }

describe('lessonOfStop', () => {
  it('is the step that was done, then connected', () => {
    expect(lessonsOf(runUntilConnected())).toEqual([null, ...STEP_IDS, 'connected'])
  })

  it('is the step that failed, where one did', () => {
    expect(
      lessonsOf([runOf('capture-media'), ['caller', { type: 'xstate.error.actor.capture-media', error }]]),
    ).toEqual([null, 'capture-media'])
  })

  it('stays connected through an interruption, and ends with hanging up', () => {
    const told: Told[] = [
      ...runUntilConnected(),
      changed('caller', { connectionState: 'disconnected' }),
      ['caller', { type: 'call.hang-up' }],
    ]
    expect(lessonsOf(told).slice(-3)).toEqual(['connected', 'connected', 'hang-up'])
  })
})

describe('momentOfLesson', () => {
  it('leads to the stop of that lesson, and nowhere before it has come', () => {
    const stops = stopsOf(runUntilConnected())
    for (const id of [...STEP_IDS, 'connected'] as const) {
      const stop = stops.find(({ index }) => index === momentOfLesson(id, stops))
      expect(stop && lessonOfStop(stop, stops)).toBe(id)
    }
    expect(momentOfLesson('hang-up', stops)).toBeNull()
    expect(momentOfLesson('connected', stopsOf(runUpTo('send-answer')))).toBeNull()
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
    expect(momentOf(query)).toBe(moment)
  })

  it('is written beside what else the address says', () => {
    expect(withMoment({ tab: 'ice' }, 5)).toEqual({ tab: 'ice', at: '5' })
    expect(withMoment({ tab: 'ice', at: '5' }, null)).toEqual({ tab: 'ice' })
  })
})
