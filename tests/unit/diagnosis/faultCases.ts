import type { Dump } from '../../../src/diagnosis/dump'
import type { Certainty, Fault } from '../../../src/diagnosis/verdict'
import type { Entry } from './handMade'
import {
  calleeLines,
  callerLines,
  candidate,
  dumpOf,
  EVERYTHING,
  failingCaller,
  healthyCaller,
  report,
  rising,
  sdp,
  stateLines,
  steady,
} from './handMade'

const OFFER = sdp('CALL')
const ANSWER = sdp('ANSW', { setup: 'active' })
const DATA = sdp('CALL', { media: ['application'] })
const END: Entry = [60_000, 'A', 'other', { name: 'the last line' }]
const refused = (conn: string, at: number, message: string): Entry => [
  at,
  conn,
  'setRemoteDescriptionOnFailure',
  { name: 'InvalidStateError', message },
]
const TURN = {
  iceServers: [{ urls: ['turn:turn.example:3478'], username: '1700000000:kim', hasCredential: true }],
}
const failedRequest = (errorCode: number, errorText: string, url = 'turn:turn.example:3478'): Entry => [
  70,
  'A',
  'onicecandidateerror',
  { url, errorCode, errorText, address: null, port: null },
]

/** One dump for each fault, and how certain its verdict is. */
export const CASES: Readonly<Record<Fault, readonly [dump: Dump, certainty: Certainty]>> = {
  'no-path': [dumpOf(failingCaller()), 'proved'],
  'wrong-state': [
    dumpOf([
      ...healthyCaller(),
      [400, 'A', 'setRemoteDescription', { type: 'answer', sdp: ANSWER }],
      refused('A', 401, 'Failed to set remote answer sdp: Called in wrong state: kStable'),
    ]),
    'proved',
  ],
  'early-candidate': [
    dumpOf([
      [5, 'B', 'addIceCandidate', candidate('CALL', '192.0.2.10')],
      [
        6,
        'B',
        'addIceCandidateOnFailure',
        { name: '', message: 'Error processing ICE candidate: No remoteDescription.' },
      ],
      ...calleeLines('B', OFFER, ANSWER),
      ...stateLines('B', 'failed'),
    ]),
    'proved',
  ],
  'insecure-page': [
    dumpOf(calleeLines('B', sdp('CALL'), sdp('ANSW', { direction: 'recvonly' })), {
      connections: { B: { page: 'http://192.0.2.1/room' } },
    }),
    'likely',
  ],
  'media-refused': [
    dumpOf([
      [0, null, 'getUserMedia', { audio: true, video: true, source: 'user' }],
      [
        1,
        null,
        'getUserMediaOnFailure',
        {
          audio: true,
          video: true,
          source: 'user',
          problem: { name: 'NotAllowedError', message: 'Permission denied' },
        },
      ],
      [2, 'A', 'create', { iceServers: [] }],
    ]),
    'proved',
  ],
  'local-names-only': [dumpOf(failingCaller(undefined, [candidate('ANSW', '0f3a2b.local')])), 'likely'],
  'unreachable-address': [
    dumpOf(
      failingCaller(
        [candidate('CALL', '192.0.2.10'), candidate('CALL', '198.51.100.7', 'srflx')],
        [candidate('ANSW', '172.17.0.2')],
      ),
    ),
    'proved',
  ],
  'udp-blocked': [
    dumpOf(
      [
        ...failingCaller(),
        failedRequest(701, 'STUN binding request timed out.', 'stun:stun.example:3478'),
        failedRequest(701, 'TURN allocate request timed out.'),
      ],
      {
        connections: {
          A: {
            configuration: {
              iceServers: [
                { urls: ['stun:stun.example:3478', 'turn:turn.example:3478'], hasCredential: true },
              ],
            },
          },
        },
      },
    ),
    'likely',
  ],
  'no-common-codec': [
    dumpOf([
      ...callerLines(
        'A',
        OFFER,
        ANSWER.replace('m=video 9', 'm=video 0').replace(
          ' 96 97\r\nc=IN IP4 0.0.0.0\r\na=ice-ufrag:ANSW\r\na=ice-pwd:ANSWpasswordpasswordpass\r\na=fingerprint:sha-256 AA:BB:41:4E:53:57\r\na=setup:active\r\na=mid:1',
          ' 0\r\na=mid:1',
        ),
      ),
      ...stateLines('A', 'connected'),
    ]),
    'proved',
  ],
  'never-negotiated': [
    dumpOf([
      ...healthyCaller(),
      [5_000, 'A', 'addTrack', { kind: 'video', id: 'later' }],
      [5_001, 'A', 'onnegotiationneeded', null],
      END,
    ]),
    'proved',
  ],
  'turn-refused': [
    dumpOf([...failingCaller(), failedRequest(401, 'Unauthorized')], {
      connections: { A: { configuration: TURN } },
    }),
    'proved',
  ],
  'dtls-roles': [
    dumpOf([
      ...callerLines('A', OFFER, null),
      [100, 'A', 'setRemoteDescription', { type: 'answer', sdp: sdp('ANSW') }],
      refused(
        'A',
        101,
        'Failed to set remote answer sdp: Answerer must use either active or passive value for setup attribute.',
      ),
    ]),
    'proved',
  ],
  'no-key-frame': [
    dumpOf(healthyCaller(), {
      reports: [
        report('A', 'IT01V1', 'inbound-rtp', {
          kind: steady('video', 10),
          packetsReceived: rising(50, 10),
          framesDecoded: steady(0, 10),
          keyFramesDecoded: steady(0, 10),
          pliCount: rising(4, 10),
        }),
      ],
    }),
    'proved',
  ],
  'dtls-unfinished': [
    dumpOf([
      ...callerLines('A', OFFER, ANSWER),
      [120, 'A', 'oniceconnectionstatechange', 'checking'],
      [130, 'A', 'oniceconnectionstatechange', 'connected'],
      [140, 'A', 'onconnectionstatechange', 'connecting'],
      [900, 'A', 'onconnectionstatechange', 'failed'],
    ]),
    'proved',
  ],
  'lost-without-restart': [
    dumpOf([
      ...healthyCaller(),
      [20_000, 'A', 'oniceconnectionstatechange', 'disconnected'],
      [20_001, 'A', 'onconnectionstatechange', 'disconnected'],
      [35_000, 'A', 'onconnectionstatechange', 'failed'],
    ]),
    'likely',
  ],
  'not-shown': [
    dumpOf(healthyCaller(), {
      covers: [...EVERYTHING, 'playback'],
      reports: [
        report('A', 'IT01V1', 'inbound-rtp', {
          kind: steady('video', 5),
          framesDecoded: rising(30, 5),
          packetsReceived: rising(60, 5),
        }),
      ],
    }),
    'open',
  ],
  'connections-leaked': [
    dumpOf([
      ...Array.from({ length: 12 }, (_, index) =>
        callerLines(`A${index}`, sdp(`U${index}`), null, index * 1_000),
      ).flat(),
      [120_000, 'A0', 'other', { name: 'the last line' }],
    ]),
    'likely',
  ],
  'channel-never-opens': [
    dumpOf([
      ...healthyCaller(),
      [5_000, 'A', 'createDataChannel', { label: 'chat' }],
      [5_001, 'A', 'onnegotiationneeded', null],
      END,
    ]),
    'proved',
  ],
  'callee-added-nothing': [
    dumpOf([
      ...calleeLines('B', OFFER, sdp('ANSW', { direction: 'recvonly', setup: 'active' })),
      ...stateLines('B', 'connected'),
      [400, 'B', 'addTrack', { kind: 'video', id: 'late' }],
    ]),
    'proved',
  ],
  'sections-out-of-order': [
    dumpOf([
      ...callerLines('A', OFFER, null),
      [
        100,
        'A',
        'setRemoteDescription',
        { type: 'answer', sdp: sdp('ANSW', { media: ['video', 'audio'], setup: 'active' }) },
      ],
      refused(
        'A',
        101,
        "Failed to set remote answer sdp: The order of m-lines in answer doesn't match order in offer. Rejecting answer.",
      ),
    ]),
    'proved',
  ],
  'sdp-damaged': [
    dumpOf([
      [0, 'B', 'create', { iceServers: [] }],
      [1, 'B', 'setRemoteDescription', { type: 'offer', sdp: '[object Object]' }],
      refused('B', 2, 'Failed to parse SessionDescription. [object Object] Expect line: v='),
    ]),
    'proved',
  ],
  'capture-died': [
    dumpOf([
      ...healthyCaller(),
      [9_000, 'A', 'MediaStreamTrack.onended', { kind: 'audio', id: 'A-audio' }],
      END,
    ]),
    'likely',
  ],
  'poor-quality': [
    dumpOf(healthyCaller(), {
      reports: [
        report('A', 'IT01V1', 'inbound-rtp', {
          kind: steady('video', 30),
          packetsReceived: rising(100, 30),
          packetsLost: rising(20, 30),
        }),
      ],
    }),
    'proved',
  ],
  'no-candidates-exchanged': [
    dumpOf([
      ...callerLines('A', DATA, sdp('ANSW', { media: ['application'], setup: 'active' })),
      [60, 'A', 'onicecandidate', candidate('CALL', '192.0.2.10')],
      END,
    ]),
    'likely',
  ],
  'closed-early': [
    dumpOf([
      ...healthyCaller(),
      [20_000, 'A', 'oniceconnectionstatechange', 'disconnected'],
      [20_300, 'A', 'close', null],
    ]),
    'proved',
  ],
  'never-answered': [dumpOf([...callerLines('A', OFFER, null), END]), 'likely'],
  'nothing-to-negotiate': [
    dumpOf([
      ...callerLines('A', sdp('CALL', { media: [] }), null).filter(([, , name]) => name !== 'addTrack'),
    ]),
    'proved',
  ],
}
