import { ESLint, Linter } from 'eslint'
import { initialTransition, transition } from 'xstate'
import { describe, expect, test } from 'vitest'
import { callerMachine } from '../../machines/caller'
import { DEFAULT_SETTINGS } from '../../machines/contracts'
import type { EndEvent } from '../../machines/contracts'
import { ACTIONS, isActionType } from '../../machines/events'
import { INIT, isMachineEvent, ranOut, readOwnType, settled } from '../../machines/machineEvents'

describe('what XState names itself', () => {
  test('each of its events that a machine of ours waits for is read', () => {
    const own = callerMachine.events.filter((type) => isMachineEvent({ type }))
    expect(own.length).toBeGreaterThan(10)
    for (const type of own) expect(settled({ type }) ?? ranOut({ type }), type).not.toBeNull()
  })

  test('an actor that is done has an output, and one that failed an error', () => {
    const output = { type: 'offer' }
    expect(settled({ type: 'xstate.done.actor.create-offer', output })).toEqual({
      actor: 'create-offer',
      outcome: 'done',
      output,
    })
    expect(settled({ type: 'xstate.error.actor.capture-media', error: 1 })).toEqual({
      actor: 'capture-media',
      outcome: 'failed',
      error: 1,
    })
  })

  test('the machine handles such an event as the outcome of its step', () => {
    const [first] = initialTransition(callerMachine, { settings: DEFAULT_SETTINGS })
    const failed = {
      type: 'xstate.error.actor.capture-media',
      error: new DOMException('no', 'NotAllowedError'),
    }
    const [running] = transition(callerMachine, first, { type: 'step.run', step: 'capture-media' })
    const [after] = transition(callerMachine, running, failed as unknown as EndEvent)
    expect(after.context.problem).toEqual({ name: 'NotAllowedError', message: 'no' })
  })

  test.each([
    ['xstate.after.stall.connecting', { delay: 'stall', state: 'connecting' }],
    ['xstate.after.1000.m.a', { delay: '1000', state: 'm.a' }],
    ['xstate.after.', null],
    ['after.stall', null],
  ])('%s ran out: %j', (type, expected) => {
    expect(ranOut({ type })).toEqual(expected)
  })

  test.each(['step.run', INIT, 'xstate.done.state.m.a', 'done.actor.create-offer', '', '@xstate.actor'])(
    '%j is no outcome of an actor',
    (type) => {
      expect(settled({ type })).toBeNull()
    },
  )

  test('a foreign machine’s own events are told apart from its author’s', () => {
    expect(readOwnType('xstate.done.state.m.a')).toEqual({ kind: 'done', rest: 'state.m.a' })
    expect(readOwnType('xstate.snapshot.x')).toBeNull()
    expect(readOwnType('after.noon')).toBeNull()
  })

  test.each([
    ['src/projections/runs.ts', 1],
    ['src/failures/asyncPart.ts', 1],
    ['src/features/peers/banner.ts', 1],
    ['src/peer/createPeer.ts', 1],
    ['machines/log.ts', 1],
    ['machines/machineEvents.ts', 0],
  ])('lint refuses those names in %s as a text, a template and a pattern: %i', async (file, errors) => {
    const { rules } = (await new ESLint().calculateConfigForFile(file)) as { rules: Linter.RulesRecord }
    const rule = {
      'no-restricted-syntax': rules['no-restricted-syntax'] ?? 'off',
    } satisfies Linter.RulesRecord
    const refused = (code: string) =>
      new Linter({ configType: 'flat' }).verify(code, [{ rules: rule }]).length
    for (const code of [
      "x = 'xstate.init'",
      'x = `xstate.done.actor.${id}`',
      String.raw`x = /^xstate\.(done)/`,
    ])
      expect(refused(code), code).toBe(errors)
    expect(refused("import { setup } from 'xstate'; x = '@xstate.actor'; y = /xstate/")).toBe(0)
  })
})

test('an inspector is offered what a learner can do to the call, in this order', () => {
  expect(ACTIONS).toEqual(['step.run', 'step.retry', 'ice.restart', 'wire.ask', 'call.hang-up'])
  expect(isActionType('wire.ask')).toBe(true)
  expect(isActionType('settings.change')).toBe(false)
  expect(isActionType('toString')).toBe(false)
})
