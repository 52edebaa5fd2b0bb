import { beforeEach, describe, expect, test } from 'vitest'
import type { Operation } from '../../../machines/endActors'
import type { End } from '../../../machines/steps'
import { expectationOf } from '../../../src/labs/expectation'
import { benchOf } from '../../../src/labs/labBench'
import type { RouteAction, RunOperation } from '../../../src/labs/lab'
import { contextAt, lengthOf } from '../../../src/labs/moment'
import { readOutcomes } from '../../../src/labs/outcome'
import { runRoute } from '../../../src/labs/runRoute'
import { createCall } from '../../../src/session/createCall'
import { BENCH_SCRIPT } from '../../support/benchCall'
import { createFakeWorld } from '../../support/fakeCall'
import { passing } from '../../support/labRun'
import { useVirtualTime } from '../../support/virtualTime'
import type { VirtualTime } from '../../support/virtualTime'

/* What is expected before an operation runs, compared with what the fake connection does; the fake is compared with the
   browsers cell by cell in tests/browser/jsep.spec.ts. */

let time: VirtualTime
beforeEach(() => {
  time = useVirtualTime()
})

const at = (end: End, ...operations: RunOperation[]): RouteAction[] => operations.map((run) => ({ end, run }))
const CREATE: RunOperation = { call: 'create' }
const CAPTURE: RunOperation = { call: 'capture', source: 'test-pattern' }
const AUDIO: RunOperation = { call: 'addTrack', track: { kind: 'audio' } }
const SET_LOCAL: RunOperation = { call: 'setLocalDescription' }
const SEND: RunOperation = { call: 'send', what: 'description' }
const SET_RECEIVED: RunOperation = { call: 'setRemoteDescription', description: 'received' }
const arrives = (end: End): RouteAction => ({ until: { end, sdp: 'received', has: 'v=0' } })

const BEGIN: RouteAction[] = [
  ...at('caller', CAPTURE, CREATE, AUDIO),
  ...at('callee', CAPTURE, CREATE, AUDIO),
]
/** An offer of the callee, at the caller. */
const OFFERED: RouteAction[] = [...at('callee', SET_LOCAL, SEND), arrives('caller')]
const ANSWERED: RouteAction[] = [
  ...at('caller', SET_LOCAL, SEND),
  arrives('callee'),
  ...at('callee', SET_RECEIVED, SET_LOCAL, SEND),
  arrives('caller'),
]

/** How the caller gets into each state. */
const STATES = {
  'without a connection': [],
  'a new connection': at('caller', CREATE),
  stable: BEGIN,
  'with a draft': [...BEGIN, ...at('caller', { call: 'createOffer' })],
  'with an offer that has arrived': [...BEGIN, ...OFFERED],
  'have-local-offer': [...BEGIN, ...at('caller', SET_LOCAL)],
  'with an answer that has arrived': [...BEGIN, ...ANSWERED],
  'have-remote-offer': [...BEGIN, ...OFFERED, ...at('caller', SET_RECEIVED)],
  'after a call': [...BEGIN, ...ANSWERED, ...at('caller', SET_RECEIVED)],
  closed: [...BEGIN, ...ANSWERED, ...at('caller', SET_RECEIVED, { call: 'close' })],
} satisfies Record<string, RouteAction[]>

const FIRST = { transceiver: 'transceiver-0' }
const LINE = 'candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host'

const OPERATIONS: Operation[] = [
  CREATE,
  CAPTURE,
  { call: 'createOffer' },
  { call: 'createAnswer' },
  SET_LOCAL,
  { call: 'setLocalDescription', description: 'draft' },
  { call: 'setLocalDescription', description: { type: 'offer' } },
  { call: 'setLocalDescription', description: { type: 'answer' } },
  { call: 'setLocalDescription', description: { type: 'rollback' } },
  SET_RECEIVED,
  { call: 'setRemoteDescription', description: { type: 'rollback' } },
  { call: 'addIceCandidate', candidate: 'received' },
  { call: 'addIceCandidate' },
  { call: 'addIceCandidate', candidate: { candidate: LINE, sdpMid: '0', sdpMLineIndex: 0 } },
  { call: 'addIceCandidate', candidate: { candidate: LINE, sdpMid: 'nowhere' } },
  { call: 'addIceCandidate', candidate: { candidate: LINE } },
  AUDIO,
  { call: 'addTrack', track: { kind: 'video' } },
  { call: 'addTrack', track: { kind: 'video', media: 'screen' } },
  { call: 'addTransceiver', track: 'video' },
  { call: 'removeTrack', ...FIRST },
  { call: 'removeTrack', transceiver: 'transceiver-9' },
  { call: 'transceiver.stop', ...FIRST },
  { call: 'transceiver.direction', ...FIRST, direction: 'recvonly' },
  { call: 'transceiver.setCodecPreferences', ...FIRST, codecs: [] },
  {
    call: 'transceiver.setCodecPreferences',
    ...FIRST,
    codecs: [{ mimeType: 'video/VP8', clockRate: 90_000 }],
  },
  { call: 'sender.replaceTrack', ...FIRST, track: null },
  { call: 'sender.replaceTrack', ...FIRST, track: { kind: 'video' } },
  { call: 'sender.setParameters', ...FIRST, encodings: [{ active: false }] },
  { call: 'createDataChannel', label: 'chat' },
  { call: 'createDataChannel', label: 'chat', options: { negotiated: true, id: 0 } },
  { call: 'channel.send', channel: 'channel-0', data: 'hello' },
  { call: 'setConfiguration', configuration: { iceTransportPolicy: 'relay' } },
  { call: 'setConfiguration', configuration: { bundlePolicy: 'max-bundle' } },
  { call: 'restartIce' },
  { call: 'getTransceivers' },
  { call: 'close' },
  SEND,
  { call: 'send', what: 'draft' },
  { call: 'send', what: 'candidates' },
]

async function open(actions: readonly RouteAction[]) {
  const call = createCall(createFakeWorld().world, null, BENCH_SCRIPT)
  const bench = benchOf(call)
  await passing(time, runRoute(bench, actions))
  return { call, bench, context: () => contextAt(bench.history(), lengthOf(bench.history()), 'caller') }
}

describe.each(Object.entries(STATES))('%s', (_state, actions) => {
  test('every operation is refused or allowed as expected', async () => {
    const differences: unknown[] = []
    for (const operation of OPERATIONS) {
      const { call, bench } = await open([...actions, { end: 'caller', run: operation as RunOperation }])
      const outcome = readOutcomes(bench.history(), 'caller').at(-1)
      expect(outcome?.call.operation).toEqual(operation)
      expect(outcome?.call.state).not.toBe('pending')
      if (outcome?.differs != null) differences.push([operation, outcome.differs])
      call.close()
      time.clear()
    }
    expect(differences).toEqual([])
  })
})

test.each<[keyof typeof STATES, Operation, string]>([
  ['a new connection', { call: 'createOffer' }, 'nothing-added'],
  ['a new connection', SET_LOCAL, 'nothing-added'],
  ['stable', CREATE, 'replaces-connection'],
  ['with a draft', { call: 'send', what: 'draft' }, 'draft-not-set'],
  ['have-local-offer', { call: 'addTrack', track: { kind: 'video' } }, 'after-answer'],
  ['have-remote-offer', { call: 'addTransceiver', track: 'video' }, 'own-section'],
  ['after a call', { call: 'addTrack', track: { kind: 'video' } }, 'needs-offer'],
  ['after a call', { call: 'createDataChannel', label: 'chat' }, 'needs-offer'],
  ['after a call', { call: 'sender.replaceTrack', ...FIRST, track: null }, 'not-told'],
  ['after a call', { call: 'restartIce' }, 'restart-alone'],
  ['stable', { call: 'restartIce' }, 'nothing-to-restart'],
  ['after a call', { call: 'setConfiguration', configuration: {} }, 'next-offer'],
  ['after a call', { call: 'close' }, 'not-told'],
  [
    'without a connection',
    { call: 'create', configuration: { iceTransportPolicy: 'relay' } },
    'relay-without-turn',
  ],
])('%s: %j is a trap', async (state, operation, reason) => {
  const { call, context } = await open(STATES[state])
  expect(expectationOf(context(), operation)).toMatchObject({ expect: 'trap', reason })
  call.close()
})

test('an offer of its own that the other end meets is rolled back', async () => {
  const { call, context } = await open([...BEGIN, ...OFFERED, ...at('caller', SET_LOCAL)])
  expect(expectationOf(context(), SET_RECEIVED)).toMatchObject({ expect: 'trap', reason: 'rolls-back' })
  call.close()
})

test('an answer without a track of its own only receives', async () => {
  const begin = [...at('caller', CREATE), ...at('callee', CAPTURE, CREATE, AUDIO), ...OFFERED]
  const { call, context } = await open([...begin, ...at('caller', SET_RECEIVED)])
  expect(expectationOf(context(), SET_LOCAL)).toMatchObject({ expect: 'trap', reason: 'receives-only' })
  call.close()
})

const SDP = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\n'

test.each<[keyof typeof STATES, Operation, error: string, reason: string]>([
  [
    'stable',
    { call: 'setRemoteDescription', description: { type: 'offer', sdp: 'hello' } },
    'OperationError',
    'unreadable-sdp',
  ],
  [
    'with a draft',
    { call: 'setLocalDescription', description: { type: 'offer', sdp: SDP } },
    'InvalidModificationError',
    'sdp-modified',
  ],
  [
    'after a call',
    { call: 'addIceCandidate', candidate: { candidate: LINE, sdpMid: '0', usernameFragment: 'old' } },
    'OperationError',
    'unknown-ufrag',
  ],
  [
    'after a call',
    { call: 'addIceCandidate', candidate: { candidate: 'hello', sdpMid: '0' } },
    'OperationError',
    'unreadable-candidate',
  ],
  [
    'stable',
    { call: 'create', configuration: { iceServers: [{ urls: 'http://x' }] } },
    'SyntaxError',
    'server-url',
  ],
  [
    'stable',
    { call: 'create', configuration: { iceServers: [{ urls: 'turn:x' }] } },
    'InvalidAccessError',
    'turn-without-password',
  ],
  [
    'stable',
    { call: 'createDataChannel', label: '', options: { negotiated: true } },
    'TypeError',
    'channel-id-missing',
  ],
  ['stable', AUDIO, 'InvalidAccessError', 'track-twice'],
])('%s: %j is refused', async (state, operation, error, reason) => {
  const { call, context } = await open(STATES[state])
  expect(expectationOf(context(), operation)).toMatchObject({ expect: 'refused', error, reason })
  call.close()
})
