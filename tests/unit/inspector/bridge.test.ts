import { describe, expect, test } from 'vitest'
import { toPlain } from '../../../src/inspector/bridge/toPlain'
import { readIntent } from '../../../src/inspector/learnerIntents'

describe('toPlain', () => {
  test('keeps lists of more than ten, at any depth', () => {
    const deep = { a: { b: { c: { d: { e: { f: { g: { h: { i: { j: { k: { l: [1] } } } } } } } } } } } }
    const list = Array.from({ length: 50 }, (_, index) => ({ index }))
    expect(toPlain({ deep, list })).toEqual({ deep, list })
  })

  test('names what JSON has no word for', () => {
    const round: { self?: unknown } = {}
    round.self = round
    const value = {
      big: 10n,
      run: function run() {},
      error: new TypeError('no'),
      map: new Map([['a', 1]]),
      round,
    }
    expect(toPlain<unknown>(value)).toEqual({
      big: '10n',
      run: 'ƒ run',
      error: { name: 'TypeError', message: 'no' },
      map: { a: 1 },
      round: { self: '[circular]' },
    })
  })

  test('the same object twice is no circle', () => {
    const shared = { a: 1 }
    expect(toPlain({ one: shared, two: [shared, shared] })).toEqual({ one: shared, two: [shared, shared] })
  })
})

test.each([{ type: 'signal.bye' }, { type: 'settings.change', settings: {} }, { type: 7 }, null, 'step.run'])(
  'an inspector may not send %j',
  (event) => {
    expect(readIntent(event)).toBeNull()
  },
)

test('an inspector may send an intent, and nothing along with it', () => {
  const run = { type: 'step.run', step: 'create-offer' }
  expect(readIntent({ ...run, smuggled: true })).toEqual(run)
  expect(readIntent({ type: 'ice.restart', step: 'create-offer' })).toEqual({ type: 'ice.restart' })
})

test.each([undefined, null, 'hang-up', 3, ['create-offer'], '__proto__'])(
  'a run of the step %j is none',
  (step) => {
    expect(readIntent({ type: 'step.run', step })).toBeNull()
    expect(readIntent({ type: 'step.retry', step })).toBeNull()
  },
)
