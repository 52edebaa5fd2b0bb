import { expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { Dump } from '../../../src/diagnosis/dump'
import type { Entry } from './handMade'
import {
  calleeLines,
  callerLines,
  dumpOf,
  EVERYTHING,
  healthyCaller,
  healthyLines,
  report,
  rising,
  sdp,
  stateLines,
  steady,
} from './handMade'

const END: Entry = [90_000, 'A', 'other', { name: 'the last line' }]

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
