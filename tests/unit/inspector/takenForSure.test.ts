import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMachine } from 'xstate'
import type { AnyStateMachine } from 'xstate'
import { graphMachine } from '../../../src/inspector/chart/chartGraph'
import { labelText } from '../../../src/inspector/chart/chartSize'
import { prepareTaken } from '../../../src/inspector/chart/takenForSure'
import { run, sent } from './runMachine'
import { MACHINES } from './takenMachines'

/** What each event took by the definition alone, and by XState, in words. */
function compare(machine: AnyStateMachine, events: readonly string[]) {
  const taken = prepareTaken(sent(machine))
  const graph = graphMachine(machine.root)
  const words = (ids: readonly string[]) =>
    graph.edges.filter(({ id }) => ids.includes(id)).map((edge) => `${edge.source} ${labelText(edge)}`)
  return run(machine, events).map(({ before, after, truth }, index) => ({
    returned: words(taken(before, events[index] ?? '', after)).sort(),
    truth: words(truth).sort(),
  }))
}

const SURE = Object.entries(MACHINES).filter(([name]) => !/shorter|said no/.test(name))
const UNSURE = Object.entries(MACHINES).filter(([name]) => /shorter|said no/.test(name))

test.each(SURE)('%s: all taken edges are returned', (_name, { machine, events }) => {
  for (const step of compare(machine, events)) {
    expect(step.returned).toEqual(step.truth)
    expect(step.returned).not.toEqual([])
  }
})

test.each(UNSURE)('%s: two answers are possible, and none is returned', (_name, { machine, events }) => {
  for (const step of compare(machine, events)) expect(step).toEqual({ returned: [], truth: step.truth })
})

describe('nothing is returned', () => {
  const machine = MACHINES['a target that is a history state']!.machine
  const taken = prepareTaken(sent(machine))

  test('for a history state whose history is not known', () => {
    expect(taken({ value: 'off' }, 'ON', { on: { high: 'a' } })).toEqual([])
    expect(taken({ value: 'off', historyValue: {} }, 'ON', { on: 'low' })).toHaveLength(1)
  })

  test('for states that the definition lacks, and for an impossible move', () => {
    expect(taken({ value: 'nowhere' }, 'ON', 'off')).toEqual([])
    expect(taken({ value: 'off', historyValue: {} }, 'NEXT', { on: 'low' })).toEqual([])
  })

  test('for a machine that raises an event in between', () => {
    const raises = createMachine({
      initial: 'a',
      states: {
        a: { on: { GO: { target: 'b', actions: [{ type: 'raise' }] } } },
        b: { on: { ON: 'c' } },
        c: {},
      },
    })
    expect(prepareTaken(raises)({ value: 'a' }, 'GO', 'b')).toEqual([])
  })

  test('for a machine that never settles', () => {
    const spins = createMachine({
      initial: 'a',
      states: { a: { on: { GO: 'b' } }, b: { always: 'c' }, c: { always: 'b' } },
    })
    expect(prepareTaken(spins)({ value: 'a' }, 'GO', 'b')).toEqual([])
  })
})

test('for any small machine with guards, the returned edges are those it took', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd')
  const guard = fc.constantFrom('g', 'h')
  const transition = fc.record({ target: name.map((key) => `#${key}`), guard }, { requiredKeys: ['target'] })
  // Eventless transitions lead forward only; otherwise the machine might never settle.
  const always = (key: string) =>
    fc.record({
      target: fc
        .constantFrom('b', 'c', 'd')
        .filter((to) => to > key)
        .map((to) => `#${to}`),
      guard,
    })
  const state = (key: string) =>
    fc.record({
      id: fc.constant(key),
      on: fc.record({ X: transition, Y: transition }, { requiredKeys: [] }),
      ...(key !== 'd' && { always: fc.option(always(key), { nil: undefined }) }),
    })
  const region = fc.record({ a: state('a'), b: state('b'), c: state('c'), d: state('d') })
  let certain = 0
  fc.assert(
    fc.property(
      region,
      fc.boolean(),
      fc.boolean(),
      fc.array(fc.constantFrom('X', 'Y'), { maxLength: 4 }),
      (states, g, h, events) => {
        const config = { id: 'm', initial: 'a', states } as never
        const machine = createMachine(config, {
          guards: { g: () => g, h: () => h },
        } as never) as AnyStateMachine
        const taken = prepareTaken(createMachine(config) as AnyStateMachine)
        for (const [index, { before, after, truth }] of run(machine, events).entries()) {
          const edges = taken(before, events[index] ?? '', after)
          if (edges.length > 0) expect(edges.sort()).toEqual(truth.sort())
          if (edges.length > 0) certain++
        }
      },
    ),
    { numRuns: 400 },
  )
  // Usually about 140: one machine in three gives a certain result.
  expect(certain).toBeGreaterThan(10)
})
