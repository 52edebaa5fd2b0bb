import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownSteps, routeSteps } from '../../../../src/features/labs/routeSteps'
import { trayWords } from '../../../../src/i18n/messages/bench'
import { labs } from '../../../../src/i18n/messages/labs'
import { openBench } from '../../../support/benchCall'
import type { OpenBench } from '../../../support/benchCall'

let bench: OpenBench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => {
  bench.close()
})

it('lists what a learner did, where, and what was refused', async () => {
  await bench.run('caller', { call: 'create' })
  const start = bench.call.currentHistory().trace.length
  await bench.run('caller', { call: 'createAnswer' })
  bench.send('caller', { type: 'tray.rules', rules: { hold: true } })
  await bench.run('caller', { call: 'send', what: 'bye' })
  bench.send('caller', { type: 'tray.deliver', message: 0 })
  await bench.until('callee', (context) => context.bench.bye)

  const history = bench.call.currentHistory()
  const steps = ownSteps(history, start, history.trace.length)
  expect(steps.map(({ at, code, refused }) => ({ at, code, refused }))).toEqual([
    { at: 'caller', code: 'createAnswer()', refused: 'InvalidStateError' },
    { at: 'wire', code: 'hold: true', refused: '' },
    { at: 'caller', code: 'signaling.send(bye)', refused: '' },
    { at: 'wire', code: 'bye', refused: '' },
  ])
  expect(steps.at(-1)?.words).toBe(trayWords.deliver)
})

it('lists the actions of a route as they are written', () => {
  const steps = routeSteps([
    { end: 'callee', run: { call: 'setRemoteDescription', description: 'received' } },
    { until: { end: 'callee', state: 'signalingState', is: 'stable' } },
    { end: 'callee', deliver: 'answer' },
  ])
  expect(steps.map(({ at, code }) => [at, code])).toEqual([
    ['callee', 'setRemoteDescription(received)'],
    ['wire', ''],
    ['wire', 'answer'],
  ])
  expect(steps[1]?.words).toBe(labs.wait)
})
