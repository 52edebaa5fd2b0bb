import { expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { Dump } from '../../../src/diagnosis/dump'
import type { LookAlikeId } from '../../../src/diagnosis/finding'
import type { Entry } from './handMade'
import {
  callerLines,
  candidate,
  candidateLines,
  dumpOf,
  failingCaller,
  healthyCaller,
  healthyLines,
  report,
  sdp,
  stateLines,
} from './handMade'

const END: Entry = [90_000, 'A', 'other', { name: 'the last line' }]
const error = (errorCode: number, url: string): Entry => [
  70,
  'A',
  'onicecandidateerror',
  { url, errorCode, errorText: 'timed out', address: '192.0.2.x', port: 50_000 },
]
const relay = { ...candidate('CALL', '203.0.113.99', 'relay'), url: 'turn:turn.example:3478' }

/** Signs that blame nobody: each dump shows one, in a call that works. */
const CASES: Readonly<Partial<Record<LookAlikeId, Dump>>> = {
  'stun-701': dumpOf([...healthyLines(), error(701, 'stun:stun.example:3478')]),
  'turn-401-first': dumpOf([
    ...healthyLines(),
    [65, 'A', 'onicecandidate', relay],
    error(401, 'turn:turn.example:3478'),
  ]),
  'disconnected-healed': dumpOf([
    ...healthyLines(),
    [5_000, 'A', 'oniceconnectionstatechange', 'disconnected'],
    [9_000, 'A', 'oniceconnectionstatechange', 'connected'],
    END,
  ]),
  'pairs-failed': dumpOf(healthyLines(), {
    reports: [
      report('A', 'CP1', 'candidate-pair', { state: ['in-progress', 'failed'] }),
      report('A', 'CP2', 'candidate-pair', { state: ['in-progress', 'succeeded'], nominated: [false, true] }),
    ],
  }),
  'name-candidate': dumpOf([
    ...healthyLines(),
    [115, 'A', 'addIceCandidate', candidate('ANSW', 'media.example.org')],
  ]),
  'capture-retried': dumpOf([
    ...healthyLines(),
    [0, null, 'getUserMedia', { audio: true, video: true, source: 'user' }],
    [
      0,
      null,
      'getUserMediaOnFailure',
      { audio: true, video: true, source: 'user', problem: { name: 'OverconstrainedError', message: '' } },
    ],
    [1, null, 'getUserMediaOnSuccess', { audio: true, video: true, source: 'user', tracks: [] }],
  ]),
  'share-cancelled': dumpOf([
    ...healthyLines(),
    [
      900,
      null,
      'getUserMediaOnFailure',
      { audio: false, video: true, source: 'display', problem: { name: 'NotAllowedError', message: '' } },
    ],
  ]),
  'share-ended': dumpOf([
    ...healthyLines(),
    [
      900,
      null,
      'getUserMediaOnSuccess',
      { audio: false, video: true, source: 'display', tracks: [{ kind: 'video', id: 'screen' }] },
    ],
    [9_000, null, 'MediaStreamTrack.onended', { kind: 'video', id: 'screen' }],
  ]),
  'candidate-of-ignored-offer': dumpOf([
    ...healthyCaller(),
    [30, 'A', 'addIceCandidate', candidate('OWN2', '203.0.113.20')],
    [
      31,
      'A',
      'addIceCandidateOnFailure',
      { name: 'InvalidStateError', message: 'The remote description was null' },
    ],
  ]),
  'other-end-closed': dumpOf([
    ...healthyLines(),
    [20_000, 'B', 'close', null],
    [27_000, 'A', 'oniceconnectionstatechange', 'disconnected'],
    [38_000, 'A', 'onconnectionstatechange', 'failed'],
  ]),
  'probing-connection': dumpOf([
    ...healthyLines(),
    [0, 'P', 'create', { iceServers: [] }],
    [1, 'P', 'createOffer', {}],
    [2, 'P', 'createOfferOnSuccess', { type: 'offer', sdp: sdp('PROB') }],
    [3, 'P', 'close', null],
  ]),
}

for (const [id, dump] of Object.entries(CASES))
  test(`${id} blames nobody`, () => {
    const { verdicts, lookAlikes, healthy } = diagnose([dump])
    expect(lookAlikes.map((one) => one.id)).toContain(id)
    expect(verdicts).toEqual([])
    expect(healthy).toBe(true)
  })

test('ICE that stays disconnected while the connection is failed is one fault, not two', () => {
  const { verdicts, lookAlikes } = diagnose([
    dumpOf([
      ...callerLines('A', sdp('CALL'), sdp('ANSW', { setup: 'active' })),
      ...candidateLines('A', [candidate('CALL', '192.0.2.10')], [candidate('ANSW', '203.0.113.20')]),
      ...stateLines('A', 'failed'),
    ]),
  ])
  expect(lookAlikes.map(({ id }) => id)).toContain('ice-stuck-disconnected')
  expect(verdicts.map(({ fault }) => fault)).toEqual(['no-path'])
})

test('a lost offer beside a call that works stays an open question', () => {
  const { verdicts, healthy } = diagnose([
    dumpOf([...healthyLines(), ...callerLines('P', sdp('PROB'), null), END]),
  ])
  expect(verdicts.map(({ fault, certainty }) => `${fault} ${certainty}`)).toEqual(['never-answered open'])
  expect(healthy).toBe(true)
})

test('a description that was refused in a call that goes on does no harm, and is told so', () => {
  const { verdicts } = diagnose([
    dumpOf([
      ...healthyLines(),
      [900, 'A', 'setRemoteDescription', { type: 'answer', sdp: 'x' }],
      [
        901,
        'A',
        'setRemoteDescriptionOnFailure',
        { name: '', message: 'Failed to parse SessionDescription. x' },
      ],
    ]),
  ])
  expect(verdicts).toMatchObject([{ fault: 'sdp-damaged', facts: { harmless: 'yes' } }])
})

test('a few candidates that came too early do not explain a failed call', () => {
  const { verdicts } = diagnose([
    dumpOf([
      ...failingCaller(),
      [30, 'A', 'addIceCandidate', candidate('ANSW', '203.0.113.21')],
      [31, 'A', 'addIceCandidateOnFailure', { name: '', message: 'The remote description was null' }],
    ]),
  ])
  expect(verdicts.map(({ fault, follows }) => [fault, follows])).toEqual([
    ['no-path', undefined],
    ['early-candidate', undefined],
  ])
})

test('the names of two ends on one machine are resolved there', () => {
  const hidden = JSON.parse(
    JSON.stringify(healthyLines('failed'))
      .replaceAll(/(?:192\.0\.2|203\.0\.113)\.\d+/g, 'a1b2.local')
      .replaceAll('198.51.100.7', 'c3d4.local'),
  ) as Entry[]
  expect(diagnose([dumpOf(hidden)]).verdicts.map(({ fault }) => fault)).toEqual(['no-path'])
})

test('an end that gathers nothing, whatever its settings, has no path', () => {
  const lines = [
    ...callerLines('A', sdp('CALL'), sdp('ANSW', { setup: 'active' })),
    ...candidateLines('A', [], []),
  ]
  expect(diagnose([dumpOf([...lines, END])]).verdicts[0]).toMatchObject({
    fault: 'no-path',
    step: 'gather-candidates',
    certainty: 'likely',
  })
})
