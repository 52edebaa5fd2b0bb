import { expect, test } from 'vitest'
import { readMessage } from '../../../src/inspector/inspectorMessages'
import type { InspectorMessage } from '../../../src/inspector/inspectorMessages'
import {
  createSession,
  filterRows,
  fullName,
  lastMove,
  lastRow,
  takeMessage,
} from '../../../src/inspector/viewer/session'
import { valueTree } from '../../../src/inspector/viewer/valueTree'

const actor = (sessionId: string, name: string, parentId?: string): InspectorMessage => ({
  type: '@xstate.actor',
  sessionId,
  name,
  createdAt: '1',
  ...(parentId !== undefined && { parentId }),
})
const event = (sessionId: string, type: string): InspectorMessage => ({
  type: '@xstate.event',
  sessionId,
  event: { type },
  createdAt: '2',
})
const snapshot = (sessionId: string, type: string, value: string): InspectorMessage => ({
  type: '@xstate.snapshot',
  sessionId,
  event: { type },
  snapshot: { status: 'active', value },
})

function sessionOf(...messages: InspectorMessage[]) {
  const session = createSession()
  for (const message of messages) takeMessage(session, message)
  return session
}

const TOLD = [
  actor('x:0', 'toggle'),
  event('x:0', 'xstate.init'),
  snapshot('x:0', 'xstate.init', 'off'),
  event('x:0', 'TOGGLE'),
  snapshot('x:0', 'TOGGLE', 'on'),
  event('x:0', 'OTHER'),
  snapshot('x:0', 'OTHER', 'on'),
]

test('an event and its snapshot are one row, with what was before', () => {
  const session = sessionOf(...TOLD)
  expect(session.rows.map(({ event: { type } }) => type)).toEqual(['xstate.init', 'TOGGLE', 'OTHER'])
  expect(session.rows[1]).toMatchObject({ before: { value: 'off' }, after: { value: 'on' } })
  expect(lastRow(session, 'x:0', 9)?.event.type).toBe('OTHER')
  expect(lastMove(session, 'x:0', 9)?.event.type).toBe('TOGGLE')
  expect(lastRow(session, 'x:0', 0)?.after?.value).toBe('off')
})

test('what the app sends twice is counted once', () => {
  expect(sessionOf(...TOLD, ...TOLD).rows).toHaveLength(3)
})

test('a snapshot without its event, and one of an unknown actor, still make a row', () => {
  const session = sessionOf(snapshot('x:7', 'LATE', 'here'))
  expect(session.actors.get('x:7')?.definition).toBeNull()
  expect(session.rows).toHaveLength(1)
})

test('children of the same name are distinguished by their parents', () => {
  const session = sessionOf(
    actor('a', 'caller'),
    actor('b', 'callee'),
    actor('c', 'peer', 'a'),
    actor('d', 'peer', 'b'),
  )
  expect([fullName(session, 'c'), fullName(session, 'd'), fullName(session, 'a')]).toEqual([
    'caller/peer',
    'callee/peer',
    'caller',
  ])
})

test('a filter looks into types, names and payloads', () => {
  const session = sessionOf(...TOLD)
  expect(filterRows(session, 'tog', null)).toHaveLength(3)
  expect(filterRows(session, 'OTHER', null)).toHaveLength(1)
  expect(filterRows(session, '', 'nobody')).toHaveLength(0)
})

test.each([
  null,
  'text',
  7,
  {},
  { type: '@xstate.event' },
  { type: '@xstate.event', sessionId: 'a', event: 'x' },
])('what is no message of the protocol is left alone: %j', (data) => {
  expect(readMessage(data)).toBeNull()
})

test('a tree says what was added, removed and changed', () => {
  const tree = valueTree('context', { a: 1, b: [1], gone: true }, { a: 2, b: [1, 2], fresh: {} })
  const changes = Object.fromEntries(tree.children.map(({ key, change }) => [key, change]))
  expect(changes).toEqual({ a: 'changed', b: 'changed', fresh: 'added', gone: 'removed' })
  expect(tree.children[0]?.was).toBe('1')
  expect(tree.children[1]?.children.map(({ change }) => change)).toEqual(['same', 'added'])
})

test('a text that is null is as good as missing', () => {
  const session = createSession()
  const missing = { name: null, parentId: null, definition: null, createdAt: null }
  for (const data of [
    { type: '@xstate.actor', sessionId: 'a', ...missing },
    { type: '@xstate.event', sessionId: 'a', event: { type: 'GO' }, sourceId: null, createdAt: null },
  ])
    takeMessage(session, readMessage(data)!)
  expect(session.actors.get('a')?.name).toBe('a')
  expect(session.rows).toMatchObject([{ at: null }])
})
