import { createInspector } from '@statelyai/inspect'
import { expect, test } from 'vitest'
import { assign, createActor, createMachine, fromPromise } from 'xstate'
import type { AnyActorLogic } from 'xstate'
import { boxRows } from '../../../src/inspector/chart/chartSize'
import { readMessage } from '../../../src/inspector/inspectorMessages'
import { isCutShort, readDefinition } from '../../../src/inspector/viewer/definition'
import { createSession, takeMessage } from '../../../src/inspector/viewer/session'

/** What the library sends about actors, with its default options or a deeper limit. */
async function listActors(logics: readonly AnyActorLogic[], serializationDepthLimit = 10) {
  const session = createSession()
  const adapter = {
    start: () => undefined,
    stop: () => undefined,
    send(data: unknown) {
      // The library also sends JSON to the window.
      const message = readMessage(JSON.parse(JSON.stringify(data)))
      if (message !== null) takeMessage(session, message)
    },
  }
  const { inspect } = createInspector(adapter, { serializationDepthLimit })
  for (const logic of logics) createActor(logic, { inspect }).start()
  // The library waits for an idle callback of its own.
  await new Promise((resolve) => setTimeout(resolve, 0))
  return [...session.actors.values()]
}

const friends = createMachine({
  id: 'friends',
  context: { count: 0 },
  on: {
    ADD: { actions: assign({ count: ({ context }) => context.count + 1 }) },
    REMOVE: { guard: 'hasSome', actions: 'drop' },
  },
})

/** A machine with states nested this deep. */
function nest(depth: number): object {
  return depth === 0 ? {} : { initial: 'in', states: { in: nest(depth - 1) } }
}

test('a machine without states is one box with the events that it takes', async () => {
  const [actor] = await listActors([friends])
  const { machine, missing } = readDefinition(actor?.definition ?? null)
  expect(missing).toBe('none')
  const { graph } = machine!
  expect(graph.states.map(({ id }) => id)).toEqual(['friends'])
  const pieces = boxRows(graph, graph.states[0]!).flatMap((row) => row.pieces.map(({ text }) => text))
  expect(pieces).toEqual(['ADD', 'REMOVE [hasSome]'])
})

test('an actor of other logic is no machine', async () => {
  const [actor] = await listActors([fromPromise(() => Promise.resolve(1))])
  expect(readDefinition(actor?.definition ?? null)).toEqual({ machine: null, missing: 'noMachine' })
})

test('what the default depth cuts is named, and what is left is drawn', async () => {
  const deep = createMachine({ id: 'deep', ...nest(9) } as object)
  const [cut] = await listActors([deep])
  expect(readDefinition(cut?.definition ?? null).missing).toBe('cut')
  const [whole] = await listActors([deep], 100)
  const { machine, missing } = readDefinition(whole?.definition ?? null)
  expect(missing).toBe('none')
  expect(machine?.graph.states).toHaveLength(10)
})

test.each([
  [null, 'forgotten'],
  ['{"initial":"a","states":{"a":{"on":{"GO":"b"}},"b":"[Object]"}}', 'cut'],
  ['{"initial":"a","states":{"a":{"on":{"GO":"nowhere"}}}}', 'broken'],
  ['no JSON', 'broken'],
  ['{"id":"x:3"}', 'noMachine'],
])('of %s nothing is drawn: %s', (definition, missing) => {
  expect(readDefinition(definition)).toEqual({ machine: null, missing })
})

test.each([
  [{ a: [1, 2] }, false],
  [{ a: { b: '[Object]' } }, true],
  [['... 4 items not stringified'], true],
  [{ list: '[...]' }, true],
  [undefined, false],
])('%j is cut short: %s', (value, isCut) => {
  expect(isCutShort(value)).toBe(isCut)
})

test('machines without ids are called as XState calls them, each by its own name', async () => {
  const toggle = createMachine({ initial: 'off', states: { off: {}, on: {} } })
  const actors = await listActors([toggle, toggle, friends])
  expect(actors.map(({ name }) => name)).toEqual(['(machine)', '(machine) 2', 'friends'])
})
