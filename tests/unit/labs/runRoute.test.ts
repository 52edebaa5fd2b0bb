import { afterEach, describe, expect, test } from 'vitest'
import type { TrayMessage } from '../../../machines/bench/benchContracts'
import type { RouteAction, Selector } from '../../../src/labs/lab'
import { benchOf } from '../../../src/labs/labBench'
import { runRoute } from '../../../src/labs/runRoute'
import { editMessage, selectMessages } from '../../../src/labs/selectMessages'
import { openBench } from '../../support/benchCall'
import type { OpenBench } from '../../support/benchCall'

const candidate = (text: string) =>
  ({
    kind: 'candidate',
    candidate: { candidate: text, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null },
  }) as const
const description = (type: 'offer' | 'answer') =>
  ({ kind: 'description', description: { type, sdp: type } }) as const

const MESSAGES = [description('offer'), candidate('a'), candidate('b'), { kind: 'bye' } as const].map(
  (body, id): TrayMessage => ({ id, body, state: 'waiting', deliveries: 0, edited: false }),
)

test.each<[Selector, number[]]>([
  ['first', [0]],
  ['last', [3]],
  ['all', [0, 1, 2, 3]],
  ['candidate', [1, 2]],
  ['first candidate', [1]],
  ['last candidate', [2]],
  ['answer', []],
  ['bye', [3]],
])('%s selects messages', (selector, ids) => {
  expect(selectMessages(MESSAGES, selector).map(({ id }) => id)).toEqual(ids)
})

test('an edit replaces exact texts wherever they stand, and keeps the rest', () => {
  const replace = [{ find: 'a', put: '$&b' }]
  expect(editMessage(candidate('a.a'), replace)).toEqual(candidate('$&b.$&b'))
  expect(editMessage(description('answer'), replace)).toMatchObject({
    description: { type: 'answer', sdp: '$&bnswer' },
  })
  expect(editMessage({ kind: 'bye' }, replace)).toEqual({ kind: 'bye' })
})

describe('a route', () => {
  let opened: OpenBench | null = null
  afterEach(() => {
    opened?.close()
    opened = null
  })

  function run(actions: RouteAction[], options = {}) {
    opened ??= openBench()
    return runRoute(benchOf(opened.call), actions, { limit: 1_000, ...options })
  }

  const create: RouteAction = { end: 'caller', run: { call: 'create' } }
  const HELD: RouteAction[] = [
    { end: 'caller', tray: { hold: true } },
    create,
    { end: 'callee', run: { call: 'create' } },
    { end: 'caller', run: { call: 'createDataChannel', label: 'chat' } },
    { end: 'caller', run: { call: 'setLocalDescription' } },
    { end: 'caller', run: { call: 'send', what: 'description' } },
  ]

  test('waits for each outcome, also for a refusal', async () => {
    await run([create, { end: 'caller', run: { call: 'createAnswer' } }])
    expect(opened?.at('caller').bench.operations.map(({ state }) => state)).toEqual(['done', 'refused'])
  })

  test('delivers, drops, repeats, moves and edits what waits', async () => {
    await run([
      ...HELD,
      { end: 'caller', edit: 'offer', replace: [{ find: 's=-', put: 's=edited' }] },
      { end: 'caller', move: 'offer', to: 5 },
      { end: 'caller', drop: 'candidate' },
      { end: 'caller', deliver: 'offer' },
      { end: 'caller', repeat: 'offer' },
      { until: { end: 'callee', sdp: 'received', has: 's=edited' } },
    ])
    const { messages } = opened!.at('caller').bench
    expect(messages.find(({ body }) => body.kind === 'description')).toMatchObject({
      deliveries: 2,
      edited: true,
    })
    expect(messages.find(({ body }) => body.kind === 'candidate')).toMatchObject({ state: 'dropped' })
  })

  test('makes a description out of one that the end has', async () => {
    await run([
      ...HELD,
      { end: 'caller', deliver: 'offer' },
      { until: { end: 'callee', sdp: 'received', has: 'm=application' } },
      {
        end: 'callee',
        run: {
          call: 'setRemoteDescription',
          description: { from: 'received', replace: [{ find: 's=-', put: 's=made' }] },
        },
      },
    ])
    expect(opened?.at('callee').peer?.pendingRemoteDescription).toMatchObject({
      type: 'offer',
      sdp: expect.stringContaining('s=made') as string,
    })
  })

  test('tells what it waited for in vain', async () => {
    await expect(run([{ until: { end: 'caller', text: 'never' } }], { limit: 5 })).rejects.toThrow(
      'Waited in vain for {"end":"caller","text":"never"}.',
    )
    await expect(run([{ end: 'callee', deliver: 'answer' }], { limit: 5 })).rejects.toThrow(
      'a message of the callee: answer',
    )
  })

  test('ends when the page is left', async () => {
    const leaving = new AbortController()
    const waiting = run([{ until: { end: 'caller', text: 'never' } }], { signal: leaving.signal })
    leaving.abort()
    await expect(waiting).rejects.toThrow('The bench was left.')
  })
})
