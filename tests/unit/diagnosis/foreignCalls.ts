import type { Dump, DumpReport } from '../../../src/diagnosis/dump'
import type { Entry } from './handMade'
import {
  calleeLines,
  callerLines,
  candidate,
  candidateLines,
  dumpOf,
  failingCaller,
  healthyCaller,
  report,
  rising,
  sdp,
  stateLines,
  steady,
} from './handMade'

/* Calls of the kinds that strangers bring: one end in the file for the most part, and a server as the other one. */

const MEDIASOUP = 'o=mediasoup-client 10000 1 IN IP4 0.0.0.0'
const PION = 'o=- 8385930464599749066 1780477742 IN IP4 0.0.0.0'
const LITE = ['a=ice-lite']
const last = (at: number): Entry => [at, 'A', 'other', { name: 'the last line' }]
const answerOf = (origin: string, candidates: readonly string[], direction = 'recvonly') =>
  sdp('SERV', { origin, direction, setup: 'passive', lines: LITE, candidates })
const udp = (address: string) => `candidate:udpcandidate 1 udp 1076302079 ${address} 45159 typ host`
const named = (ufrag: string) => candidate(ufrag, '154f4766-df76-4da6-a2f8-d90079b1d9ad.local')
const srflx = (ufrag: string) => candidate(ufrag, '198.51.100.7', 'srflx', 50_001)
const without = (entries: readonly Entry[], ...names: readonly string[]) =>
  entries.filter(([, , name]) => !names.includes(name))
const page = (address: string) => ({ connections: { A: { page: address } } })
const viewer = (origin: string, candidates: readonly string[]): Entry[] => [
  [1, 'A', 'addTransceiver', { kind: 'video', direction: 'recvonly', cause: 'addTransceiver' }],
  ...without(
    callerLines('A', sdp('CALL', { direction: 'recvonly' }), answerOf(origin, candidates, 'sendonly')),
    'addTrack',
  ),
  [60, 'A', 'onicecandidate', named('CALL')],
  [61, 'A', 'onicecandidate', srflx('CALL')],
]
const closedDtls = (from: number): DumpReport =>
  report('A', 'T01', 'transport', { dtlsState: steady('closed', 5) }, from)
const camera: readonly Entry[] = [
  [0, null, 'getUserMedia', { audio: false, video: true, source: 'user' }],
  [
    1,
    null,
    'getUserMediaOnSuccess',
    { audio: false, video: true, source: 'user', tracks: [{ kind: 'video', id: 'camera' }] },
  ],
]
const still = { kind: steady('video', 30), frames: [...rising(5, 10), ...steady(45, 20)] }

interface ForeignCall {
  readonly dump: Dump
  /** The verdicts, in their order: `fault certainty`. */
  readonly told: readonly string[]
}

const healthy = (dump: Dump): ForeignCall => ({ dump, told: [] })

export const FOREIGN: Readonly<Record<string, ForeignCall>> = {
  'a publisher to mediasoup that gathers no address: ICE never begins, though the server has one': {
    dump: dumpOf([
      ...callerLines('A', sdp('CALL', { direction: 'sendonly' }), answerOf(MEDIASOUP, [udp('203.0.113.9')])),
      last(15_500),
    ]),
    told: ['no-path likely'],
  },
  'a publisher to mediasoup': healthy(
    dumpOf([
      ...callerLines('A', sdp('CALL', { direction: 'sendonly' }), answerOf(MEDIASOUP, [udp('203.0.113.9')])),
      [60, 'A', 'onicecandidate', named('CALL')],
      ...stateLines('A', 'connected'),
      last(60_000),
    ]),
  ),
  'a server that announces the address of its container, to a browser that hides its own': {
    dump: dumpOf([...viewer(PION, [udp('172.17.0.2')]), ...stateLines('A', 'failed')]),
    told: ['unreachable-address likely', 'no-path proved'],
  },
  'a camera in the house that does not answer: its page came from the same network': {
    dump: dumpOf(
      [...viewer(PION, [udp('192.168.1.51')]), ...stateLines('A', 'failed')],
      page('http://192.168.1.51:1984/stream.html'),
    ),
    told: ['no-path proved'],
  },
  'a viewer over http of a camera in the house, with a name as address and a late 701': healthy(
    dumpOf(
      [
        ...viewer(PION, [udp('192.168.1.51'), udp('camera.example.org')]),
        ...stateLines('A', 'connected'),
        [
          40_000,
          'A',
          'onicecandidateerror',
          {
            url: 'stun:stun.example:19302',
            errorCode: 701,
            errorText: 'STUN binding request timed out.',
            address: '[0:0:0:x:x:x:x:x]',
            port: 49_881,
          },
        ],
      ],
      page('http://192.168.1.51:1984/stream.html'),
    ),
  ),
  'the other end left, which DTLS says first, and then this one closes': healthy(
    dumpOf(
      [
        ...healthyCaller(),
        [12_000, 'A', 'oniceconnectionstatechange', 'disconnected'],
        [12_001, 'A', 'onconnectionstatechange', 'disconnected'],
        [12_004, 'A', 'close', null],
      ],
      { reports: [closedDtls(6_000)] },
    ),
  ),
  'the app closes at the first disconnected, and DTLS is closed by that': {
    dump: dumpOf(
      [
        ...healthyCaller(),
        [12_000, 'A', 'oniceconnectionstatechange', 'disconnected'],
        [12_004, 'A', 'close', null],
      ],
      { reports: [closedDtls(12_500)] },
    ),
    told: ['closed-early proved'],
  },
  'a lost connection that the app replaced by a new one': healthy(
    dumpOf([
      ...healthyCaller(),
      [20_000, 'A', 'oniceconnectionstatechange', 'disconnected'],
      [35_000, 'A', 'onconnectionstatechange', 'failed'],
      [35_010, 'A', 'close', null],
      ...callerLines('C', sdp('NEXT'), sdp('SER2', { setup: 'passive', origin: PION }), 35_100),
      ...stateLines('C', 'connected', 35_300),
      last(90_000),
    ]),
  ),
  'a publisher and a subscriber of LiveKit, of which one has nothing to publish yet': healthy(
    dumpOf([
      [0, 'P', 'create', { iceServers: [] }],
      [1, 'P', 'createDataChannel', { label: '_lossy' }],
      [2, 'P', 'createDataChannel', { label: '_reliable' }],
      ...calleeLines(
        'A',
        sdp('SERV', { origin: PION, media: ['application', 'audio'], direction: 'sendonly' }),
        sdp('ANSW', { media: ['application', 'audio'], direction: 'recvonly', setup: 'active' }),
      ),
      ...stateLines('A', 'connected'),
      [300, 'A', 'ondatachannel', { label: '_lossy' }],
      last(60_000),
    ]),
  ),
  'a server that takes the audio and declines the video': healthy(
    dumpOf([
      ...callerLines('A', sdp('CALL'), answerOf(PION, []).replace('m=video 9', 'm=video 0')),
      ...stateLines('A', 'connected'),
      last(60_000),
    ]),
  ),
  'a canvas that stands still is no camera that died': healthy(
    dumpOf([...camera, ...healthyCaller(), [3, 'A', 'addTrack', { kind: 'video', id: 'canvas' }]], {
      reports: [
        report('A', 'SV1', 'media-source', { ...still, trackIdentifier: steady('canvas', 30) }),
        report('A', 'OT1', 'outbound-rtp', { kind: steady('video', 30), packetsSent: rising(9, 30) }),
      ],
    }),
  ),
  'a camera that gives no more frames': {
    dump: dumpOf([...camera, ...healthyCaller(), [3, 'A', 'addTrack', { kind: 'video', id: 'camera' }]], {
      reports: [
        report('A', 'SV1', 'media-source', { ...still, trackIdentifier: steady('camera', 30) }),
        report('A', 'OT1', 'outbound-rtp', { kind: steady('video', 30), packetsSent: rising(9, 30) }),
      ],
    }),
    told: ['capture-died likely'],
  },
  'a layer of simulcast that the bandwidth does not allow, beside one that runs': healthy(
    dumpOf(healthyCaller(), {
      reports: ['high', 'low'].map((rid) =>
        report('A', `OT1${rid}`, 'outbound-rtp', {
          kind: steady('video', 40),
          rid: steady(rid, 40),
          mediaSourceId: steady('SV1', 40),
          packetsSent: rid === 'high' ? steady(9, 40) : rising(40, 40),
          framesPerSecond: steady(rid === 'high' ? 0 : 30, 40),
          qualityLimitationReason: steady(rid === 'high' ? 'bandwidth' : 'none', 40),
          qualityLimitationDurations: steady(
            rid === 'high' ? { bandwidth: 38, cpu: 0, none: 1 } : { bandwidth: 0, cpu: 0, none: 39 },
            40,
          ),
        }),
      ),
    }),
  ),
  'silence with DTX, of whose few packets one is lost': healthy(
    dumpOf(healthyCaller(), {
      reports: [
        report('A', 'OT1', 'outbound-rtp', { kind: steady('audio', 20), packetsSent: rising(3, 20) }),
        report('A', 'RI1', 'remote-inbound-rtp', {
          kind: steady('audio', 20),
          localId: steady('OT1', 20),
          fractionLost: steady(0.25, 20),
        }),
      ],
    }),
  ),
  'a shared screen that changes seldom': healthy(
    dumpOf(healthyCaller(), {
      reports: [
        report('A', 'IT1', 'inbound-rtp', {
          kind: steady('video', 40),
          contentType: steady('screenshare', 40),
          freezeCount: rising(1, 40),
          totalFreezesDuration: rising(0.5, 40),
        }),
      ],
    }),
  ),
  'servers of one provider that do not answer, which may be blocked themselves': {
    dump: dumpOf(
      [
        ...failingCaller(),
        ...['stun.l.example.com', 'stun1.l.example.com'].map((host): Entry => [
          70,
          'A',
          'onicecandidateerror',
          {
            url: `stun:${host}:19302`,
            errorCode: 701,
            errorText: 'STUN binding request timed out.',
            address: null,
            port: null,
          },
        ]),
      ],
      {
        connections: {
          A: {
            configuration: {
              iceServers: [
                {
                  urls: ['stun:stun.l.example.com:19302', 'stun:stun1.l.example.com:19302'],
                  hasCredential: false,
                },
              ],
            },
          },
        },
      },
    ),
    told: ['no-path proved', 'udp-blocked open'],
  },
  'relays only, by policy': healthy(
    dumpOf([
      ...callerLines('A', sdp('CALL'), answerOf(PION, [udp('203.0.113.9')])),
      ...candidateLines('A', [candidate('CALL', '203.0.113.80', 'relay')], []),
      ...stateLines('A', 'connected'),
    ]),
  ),
  'IPv6 only': healthy(
    dumpOf([
      ...callerLines('A', sdp('CALL'), answerOf(PION, [udp('2001:db8::9')])),
      ...candidateLines('A', [candidate('CALL', '2001:db8:1::7')], []),
      ...stateLines('A', 'connected'),
    ]),
  ),
  'two calls, one after the other, each hung up': healthy(
    dumpOf([
      ...healthyCaller(),
      [30_000, 'A', 'close', null],
      ...callerLines('C', sdp('CAL2'), answerOf(PION, [udp('203.0.113.9')]), 40_000),
      ...stateLines('C', 'connected', 40_200),
      [70_000, 'C', 'close', null],
    ]),
  ),
  'a connection of which only one of two transports is used': healthy(
    dumpOf(healthyCaller(), {
      reports: [
        report('A', 'T01', 'transport', { dtlsState: steady('connected', 20) }),
        report('A', 'T11', 'transport', { dtlsState: steady('new', 20) }),
      ],
    }),
  ),
  'muted: nothing is sent, and nothing is lost': healthy(
    dumpOf(healthyCaller(), {
      reports: [
        report('A', 'OT1', 'outbound-rtp', { kind: steady('video', 30), packetsSent: steady(900, 30) }),
        report('A', 'IT1', 'inbound-rtp', {
          kind: steady('video', 30),
          packetsReceived: steady(12, 30),
          framesDecoded: steady(0, 30),
          pliCount: steady(1, 30),
        }),
      ],
    }),
  ),
}
