import { expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { Dump } from '../../../src/diagnosis/dump'
import type { LookAlikeId } from '../../../src/diagnosis/finding'
import type { Entry } from './handMade'
import {
  calleeLines,
  callerLines,
  candidate,
  candidateLines,
  dumpOf,
  EVERYTHING,
  failingCaller,
  healthyCaller,
  healthyLines,
  report,
  rising,
  sdp,
  stateLines,
  steady,
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

/** Calls of other kinds that are as they should be. */
const HEALTHY: Readonly<Record<string, Dump>> = {
  'a viewer of a server that offers both directions': dumpOf([
    ...calleeLines(
      'B',
      sdp('SERV', { origin: 'o=- 0 0 IN IP4 0.0.0.0' }),
      sdp('ANSW', { direction: 'recvonly', setup: 'active' }),
    ),
    ...stateLines('B', 'connected'),
  ]),
  'a publisher to a server that only receives': dumpOf([
    ...callerLines(
      'A',
      sdp('CALL'),
      sdp('SERV', {
        direction: 'recvonly',
        setup: 'passive',
        origin: 'o=mediasoup-client 1 1 IN IP4 0.0.0.0',
      }),
    ),
    ...stateLines('A', 'connected'),
  ]),
  'a page over http that only receives': dumpOf(
    [
      ...callerLines(
        'A',
        sdp('CALL', { direction: 'recvonly' }),
        sdp('SERV', { direction: 'sendonly', setup: 'passive' }),
      ),
      ...stateLines('A', 'connected'),
    ].filter(([, , name]) => name !== 'addTrack'),
    { connections: { A: { page: 'http://192.0.2.1/camera' } } },
  ),
  'one end, old names of states only': dumpOf(
    healthyCaller().filter(([, , name]) => name !== 'onconnectionstatechange'),
  ),
  'statistics only': dumpOf([[0, 'A', 'create', { iceServers: [] }]], {
    covers: ['stats'],
    reports: [
      report('A', 'T1', 'transport', { dtlsState: steady('connected', 5) }),
      report('A', 'IT1', 'inbound-rtp', { kind: steady('audio', 5), packetsReceived: rising(50, 5) }),
    ],
  }),
  'blank descriptions and candidates': dumpOf(
    [
      ...callerLines('A', '', ''),
      [60, 'A', 'onicecandidate', { candidate: '', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null }],
      ...stateLines('A', 'connected'),
    ],
    { covers: ['calls', 'states', 'stats'] },
  ),
  'hung up by the app': dumpOf([...healthyCaller(), [60_000, 'A', 'close', null]]),
  'an ICE restart that went well': dumpOf([
    ...healthyCaller(),
    [20_000, 'A', 'oniceconnectionstatechange', 'disconnected'],
    [21_000, 'A', 'restartIce', null],
    [21_001, 'A', 'onnegotiationneeded', null],
    ...callerLines('A', sdp('CAL2'), sdp('ANS2', { setup: 'active' }), 21_002).filter(
      ([, , name]) => name !== 'create' && name !== 'addTrack',
    ),
    [22_000, 'A', 'oniceconnectionstatechange', 'connected'],
    END,
  ]),
  'a screen that stands still': dumpOf(
    [
      ...healthyCaller(),
      [
        900,
        null,
        'getUserMediaOnSuccess',
        { audio: false, video: true, source: 'display', tracks: [{ kind: 'video', id: 'screen' }] },
      ],
    ],
    {
      reports: [
        report('A', 'SV1', 'media-source', {
          kind: steady('video', 30),
          trackIdentifier: steady('screen', 30),
          frames: [...rising(5, 10), ...steady(45, 20)],
        }),
      ],
    },
  ),
  'a slow start': dumpOf(healthyCaller(), {
    covers: EVERYTHING,
    reports: [
      report('A', 'OT1', 'outbound-rtp', {
        kind: steady('video', 8),
        packetsSent: rising(50, 8),
        framesPerSecond: steady(30, 8),
        qualityLimitationReason: steady('bandwidth', 8),
        qualityLimitationDurations: steady({ bandwidth: 8, cpu: 0, none: 1 }, 8),
      }),
    ],
  }),
  'a mesh of nine': dumpOf(
    Array.from({ length: 9 }, (_, index) =>
      healthyLines().map(([at, conn, name, value]) => {
        const text = JSON.stringify(value).replaceAll('CALL', `CAL${index}`).replaceAll('ANSW', `ANS${index}`)
        return [
          at + index * 100,
          conn === null ? null : `${conn}${index}`,
          name,
          JSON.parse(text),
        ] as unknown as Entry
      }),
    ).flat(),
  ),
}

for (const [name, dump] of Object.entries(HEALTHY))
  test(`${name}: healthy`, () => {
    const { verdicts, healthy } = diagnose([dump])
    expect(verdicts).toEqual([])
    expect(healthy).toBe(true)
  })

test('nine calls in a mesh are nine pairs', () => {
  const { calls } = diagnose([HEALTHY['a mesh of nine']!])
  expect(calls.map(({ pairedBy }) => pairedBy)).toEqual(steady('ufrag', 9))
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
