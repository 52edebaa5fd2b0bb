import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StateValue } from 'xstate'
import { readIntent } from '../../../src/inspector/learnerIntents'
import { readAccepts, readMessage, readSend } from '../../../src/inspector/inspectorMessages'
import { chartSnapshot } from '../../../src/inspector/chart/chartSnapshot'
import { readDefinition } from '../../../src/inspector/viewer/definition'
import {
  createSession,
  depthOf,
  filterRows,
  fullName,
  lastMove,
  lastRow,
  takeMessage,
} from '../../../src/inspector/viewer/session'
import { valueTree } from '../../../src/inspector/viewer/valueTree'
import { cloneable, hostileText, NASTY } from './arbitraries'

const type = fc.constantFrom('@xstate.actor', '@xstate.event', '@xstate.snapshot', '@handshake.send')
const id = fc.constantFrom('a', 'b', 'c', ...NASTY)
const state = fc.record({ value: cloneable, context: cloneable, status: cloneable })
const text = fc.oneof({ weight: 30, arbitrary: hostileText }, { weight: 1, arbitrary: cloneable })
/** Messages with the right outline and random values: what another app, or another page, may post. */
const message = fc.record(
  {
    type,
    sessionId: id,
    parentId: fc.oneof(id, text),
    sourceId: fc.oneof(id, text),
    name: text,
    createdAt: text,
    definition: text,
    snapshot: state,
    event: fc.record({ type: hostileText, constructor: cloneable, payload: cloneable }, { requiredKeys: [] }),
  },
  { requiredKeys: ['type', 'sessionId'] },
)

test('any message to the inspector is refused or shown, and never throws', () => {
  let taken = 0
  fc.assert(
    fc.property(fc.array(fc.oneof(message, cloneable), { maxLength: 12 }), hostileText, (all, filter) => {
      const session = createSession()
      for (const data of all) {
        const read = readMessage(data)
        readAccepts(data)
        readIntent(readSend(data)?.event)
        if (read === null) continue
        taken++
        takeMessage(session, read)
      }
      filterRows(session, filter, null)
      for (const actor of session.actors.values()) {
        expect(depthOf(session, actor)).toBeLessThan(session.actors.size)
        expect(typeof fullName(session, actor.sessionId)).toBe('string')
        readDefinition(actor.definition)
        const row = lastRow(session, actor.sessionId, 99)
        lastMove(session, actor.sessionId, 99)
        valueTree('context', row?.before.context, actor.snapshot.context)
        valueTree('event', undefined, row?.event)
      }
    }),
    { numRuns: 400 },
  )
  expect(taken).toBeGreaterThan(50)
})

describe('the inspector refuses', () => {
  const base = { type: '@xstate.actor', sessionId: 'a' }
  const nest = (depth: number): unknown => (depth === 0 ? 1 : [nest(depth - 1)])
  const cycle: Record<string, unknown> = { ...base }
  cycle['snapshot'] = { context: cycle }
  test.each([
    ['a name that is none', { ...base, name: 5 }],
    ['a definition that is no text', { ...base, definition: {} }],
    ['a state that is none', { ...base, snapshot: 5 }],
    ['a cycle', cycle],
    ['a BigInt', { ...base, snapshot: { context: 1n } }],
    ['a deep nest', { ...base, snapshot: { context: nest(1_000) } }],
    ['a million values', { ...base, snapshot: { context: Array.from({ length: 1_000_000 }, () => 0) } }],
  ])('%s', (_, data) => {
    expect(readMessage(data)).toBeNull()
  })
})

test('an actor that is its own ancestor has a place all the same', () => {
  const session = createSession()
  for (const [sessionId, parentId] of [
    ['a', 'b'],
    ['b', 'a'],
    ['c', 'c'],
    ['d', 'a'],
  ] as const)
    // prettier-ignore
    takeMessage(session, { type: '@xstate.actor', sessionId, parentId })
  const depths = [...session.actors.values()].map((actor) => depthOf(session, actor))
  expect(depths).toEqual([1, 1, 0, 2])
})

test('a key called constructor is a key', () => {
  const node = valueTree('context', {}, JSON.parse('{"constructor":1,"__proto__":2}'))
  expect(node.children.map(({ key, change, text: shown }) => [key, change, shown])).toEqual([
    ['constructor', 'added', '1'],
    ['__proto__', 'added', '2'],
  ])
})

test('any definition is drawn or refused, and any state value highlights the states it names', () => {
  const names = fc.constantFrom('a', 'b', 'states', ...NASTY)
  const { definition } = fc.letrec((tie) => ({
    definition: fc.record(
      {
        id: names,
        initial: names,
        states: fc.dictionary(names, tie('definition'), { maxKeys: 3 }),
        on: fc.dictionary(names, fc.oneof(names, cloneable)),
        invoke: cloneable,
        entry: cloneable,
        type: names,
      },
      { requiredKeys: [] },
    ),
  }))
  let drawn = 0
  fc.assert(
    fc.property(definition, cloneable, hostileText, (config, value, event) => {
      const json = toJson({ ...(config as object), states: { a: {}, constructor: {} } })
      const { machine: known } = readDefinition(json)
      if (known === null) return
      const { graph, taken } = known
      drawn++
      const edges = taken({ value: 'a', historyValue: value }, event, value as StateValue)
      expect(taken({ value: value as StateValue }, event, 'a')).toBeInstanceOf(Array)
      chartSnapshot(graph, value as StateValue, { edges, key: '' })
      expect(chartSnapshot(graph, {}, null).active.size).toBe(1)
    }),
    { numRuns: 200 },
  )
  expect(drawn).toBeGreaterThan(10)
  const huge = readDefinition(`{"states":{"a":{}},"x":"${'x'.repeat(500_000)}"}`)
  expect(huge).toEqual({ machine: null, missing: 'large' })
})

function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? null : part))
}
