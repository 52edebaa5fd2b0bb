import { describe, expect, test } from 'vitest'
import type { TrayMessage } from '../../../machines/bench/benchContracts'
import type { Candidate } from '../../../machines/contracts'
import { holds } from '../../../src/labs/condition'
import type { Condition, EndCondition } from '../../../src/labs/lab'
import { missingOf } from '../../../src/labs/missing'
import { momentOf } from '../../support/labMoment'
import type { Known } from '../../support/labMoment'

const OFFER = {
  type: 'offer',
  sdp: 'v=0\r\nm=video 9\r\na=ice-ufrag:one\r\na=fingerprint:sha-256 AA\r\n',
} as const
const OTHER = { type: 'offer', sdp: OFFER.sdp.replace('one', 'two') } as const
const CANDIDATE: Candidate = {
  candidate: 'candidate:1',
  sdpMid: '0',
  sdpMLineIndex: 0,
  usernameFragment: 'u',
}
const CHANNEL = {
  id: 'channel-0',
  label: 'chat',
  protocol: '',
  ordered: true,
  negotiated: false,
  streamId: 1,
  readyState: 'open',
} as const
const MESSAGE: TrayMessage = {
  id: 0,
  body: { kind: 'description', description: OFFER },
  state: 'delivered',
  deliveries: 2,
  edited: false,
}
const REFUSED = {
  id: 0,
  operation: { call: 'createAnswer' },
  purpose: 'learner',
  state: 'refused',
  problem: { name: 'InvalidStateError', message: '' },
} as const
const transceiver = { mid: '0', kind: 'video', direction: 'sendrecv', currentDirection: 'recvonly' }

/** For each condition: what the caller knows where it holds, and where it does not. */
const CASES: [EndCondition, yes: Known, no: Known][] = [
  [{ refused: { error: 'InvalidStateError' } }, { bench: { operations: [REFUSED] } }, {}],
  [
    { refused: { call: 'createAnswer' } },
    { bench: { operations: [REFUSED] } },
    { bench: { operations: [{ ...REFUSED, operation: { call: 'createOffer' } }] } },
  ],
  [
    { refused: { call: 'addIceCandidate' } },
    { remote: [{ candidate: CANDIDATE, state: 'refused' }] },
    { remote: [{ candidate: CANDIDATE, state: 'added' }] },
  ],
  [{ state: 'connectionState', is: 'connected' }, { peer: { connectionState: 'connected' } }, { peer: {} }],
  [{ state: 'connectionState', is: ['failed', 'none'] }, { peer: null }, { peer: {} }],
  [{ candidate: 'added' }, { remote: [{ candidate: CANDIDATE, state: 'added' }] }, { remote: [] }],
  [{ candidate: 'none' }, { remote: [] }, { remote: [{ candidate: CANDIDATE, state: 'queued' }] }],
  [
    { receives: 'video' },
    { tracks: [{ id: 'a', kind: 'video', muted: false }] },
    { tracks: [{ id: 'a', kind: 'video', muted: true }] },
  ],
  [
    { receives: 'audio', count: 2 },
    { tracks: ['a', 'b'].map((id) => ({ id, kind: 'audio', muted: false })) },
    { tracks: [{ id: 'a', kind: 'audio', muted: false }] },
  ],
  [
    { channel: 'open', label: 'chat' },
    { bench: { channels: [CHANNEL] } },
    { bench: { channels: [{ ...CHANNEL, label: 'file' }] } },
  ],
  [{ channel: 'open' }, { bench: { channels: [CHANNEL] } }, { bench: { channels: [] } }],
  [
    { text: 'hello' },
    { bench: { received: [{ channel: 'channel-0', data: 'hello', size: 5 }] } },
    { bench: { received: [{ channel: 'channel-0', data: null, size: 5 }] } },
  ],
  [
    { direction: { kind: 'video', is: 'recvonly' } },
    { peer: { transceivers: [transceiver] } },
    { peer: { transceivers: [{ ...transceiver, kind: 'audio' }] } },
  ],
  [
    { direction: { kind: 'video', is: 'none' } },
    { peer: { transceivers: [{ ...transceiver, currentDirection: null }] } },
    { peer: { transceivers: [transceiver] } },
  ],
  [{ sdp: 'local', has: 'm=video' }, { peer: { pendingLocalDescription: OFFER } }, { peer: {} }],
  [{ sdp: 'remote', has: 'm=video' }, { peer: { currentRemoteDescription: OFFER } }, { peer: {} }],
  [{ sdp: 'draft', has: 'm=video' }, { draft: OFFER }, { draft: null }],
  [{ sdp: 'received', has: 'm=video' }, { receivedDescription: OFFER }, { draft: OFFER }],
  [{ flag: 'makingOffer', is: true }, { bench: { makingOffer: true } }, {}],
  [{ message: 'offer', in: 'delivered' }, { bench: { messages: [MESSAGE] } }, { bench: { messages: [] } }],
  [
    { message: 'offer', times: 2 },
    { bench: { messages: [MESSAGE] } },
    { bench: { messages: [{ ...MESSAGE, deliveries: 1 }] } },
  ],
  [
    { message: 'answer' },
    {
      bench: {
        messages: [{ ...MESSAGE, body: { kind: 'description', description: { ...OFFER, type: 'answer' } } }],
      },
    },
    { bench: { messages: [MESSAGE] } },
  ],
]

describe.each(CASES)('%j', (condition, yes, no) => {
  test('holds where it is so, and nowhere else', () => {
    expect(holds({ end: 'caller', ...condition }, momentOf({ caller: yes }))).toBe(true)
    expect(holds({ end: 'caller', ...condition }, momentOf({ caller: no }))).toBe(false)
    expect(holds({ both: condition }, momentOf({ caller: yes, callee: yes }))).toBe(true)
    expect(holds({ both: condition }, momentOf({ caller: yes, callee: no }))).toBe(false)
  })

  test('says where it is missing', () => {
    expect(missingOf({ both: condition }, momentOf({ caller: yes, callee: no }))).toMatchObject([
      { end: 'callee', condition },
    ])
    expect(missingOf({ both: condition }, momentOf({ caller: yes, callee: yes }))).toEqual([])
  })
})

test('a refusal counts from where the learner began', () => {
  const known: Known = {
    bench: { operations: [REFUSED] },
    remote: [{ candidate: CANDIDATE, state: 'refused' }],
  }
  const moment = momentOf({ caller: known }, { before: { caller: known } })
  expect(holds({ end: 'caller', refused: {} }, moment)).toBe(false)
})

test('an event counts from where the learner began, at its own end', () => {
  const event = { kind: 'event', name: 'onnegotiationneeded' }
  const moment = momentOf({}, { event })
  expect(holds({ end: 'caller', event: 'negotiationneeded' }, moment)).toBe(true)
  expect(holds({ end: 'callee', event: 'negotiationneeded' }, moment)).toBe(false)
  expect(holds({ end: 'caller', event: 'track' }, moment)).toBe(false)
  expect(holds({ end: 'caller', event: 'negotiationneeded' }, { ...moment, start: 1 })).toBe(false)
})

test.each([
  ['ufrag', true],
  ['fingerprint', false],
] as const)('the %s is compared with the one at the beginning', (changed, is) => {
  const before = { caller: { peer: { currentLocalDescription: OFFER } } }
  const moment = momentOf({ caller: { peer: { pendingLocalDescription: OTHER } } }, { before })
  expect(holds({ end: 'caller', changed, is }, moment)).toBe(true)
  expect(holds({ end: 'caller', changed, is: !is }, moment)).toBe(false)
  // Without a description at the beginning it is neither the same nor another one.
  const without = momentOf({ caller: { peer: { pendingLocalDescription: OTHER } } })
  expect(holds({ end: 'caller', changed, is }, without)).toBe(false)
})

const YES: Condition = { end: 'caller', state: 'connectionState', is: 'none' }
const NO: Condition = { end: 'caller', text: 'hello' }

test.each<[Condition, boolean]>([
  [{ all: [YES, YES] }, true],
  [{ all: [YES, NO] }, false],
  [{ any: [YES, NO] }, true],
  [{ any: [NO, NO] }, false],
  [{ not: NO }, true],
  [{ not: YES }, false],
])('%j', (condition, is) => {
  expect(holds(condition, momentOf({}))).toBe(is)
})

test('of several ways, what is missing is the nearest one', () => {
  const near: Condition = { end: 'callee', channel: 'open' }
  const missing = missingOf({ any: [{ all: [NO, near] }, near] }, momentOf({}))
  expect(missing).toEqual([{ end: 'callee', condition: near, actual: null }])
  expect(
    missingOf({ end: 'caller', state: 'connectionState', is: 'connected' }, momentOf({}))[0]?.actual,
  ).toBe('none')
})
