import fc from 'fast-check'
import type { Dump } from '../../../src/diagnosis/dump'
import { sdp } from './handMade'

const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    'stable',
    'connected',
    'failed',
    'disconnected',
    'checking',
    'complete',
    'video',
    'audio',
    'turn:x',
    '192.168.1.2',
    'a.local',
    sdp('CALL'),
    sdp('ANSW', { setup: 'active' }),
    'candidate:1 1 udp 1 10.0.0.1 9 typ host',
  ),
)
const number = fc.oneof(fc.double(), fc.constantFrom(0, -1, 1e15, 401, 701))
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 2 },
    text,
    number,
    fc.constantFrom(null, undefined, true),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(text, tie('any'), { maxKeys: 3 }),
  ),
})).any
const problem = fc.record({ name: text, message: text })
const candidate = fc.record({
  candidate: text,
  sdpMid: fc.constant('0'),
  sdpMLineIndex: fc.constant(0),
  usernameFragment: fc.option(text),
})
const description = fc.record({ type: fc.constantFrom('offer', 'answer', 'pranswer', 'rollback'), sdp: text })
const track = fc.record({ kind: text, id: text, direction: text })
const capture = fc.record({
  audio: fc.boolean(),
  video: fc.boolean(),
  source: fc.constantFrom('user', 'display'),
  tracks: fc.array(track, { maxLength: 2 }),
  problem,
})
const SHAPES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  createOffer: fc.record({ iceRestart: fc.boolean() }),
  createOfferOnSuccess: description,
  createAnswer: fc.constant(null),
  createAnswerOnFailure: problem,
  setLocalDescription: fc.option(description),
  setLocalDescriptionOnSuccess: fc.option(description),
  setRemoteDescription: description,
  setRemoteDescriptionOnSuccess: fc.option(description),
  setRemoteDescriptionOnFailure: problem,
  addIceCandidate: fc.option(candidate),
  addIceCandidateOnFailure: problem,
  onicecandidate: fc.option(candidate),
  onicecandidateerror: fc.record({
    url: text,
    errorCode: number,
    errorText: text,
    address: fc.option(text),
    port: fc.option(number),
  }),
  onsignalingstatechange: text,
  oniceconnectionstatechange: text,
  onconnectionstatechange: text,
  onicegatheringstatechange: text,
  onnegotiationneeded: fc.constant(null),
  addTrack: track,
  addTransceiver: track,
  createDataChannel: fc.record({ label: text }),
  restartIce: fc.constant(null),
  getUserMedia: capture,
  getUserMediaOnSuccess: capture,
  getUserMediaOnFailure: capture,
  'MediaStreamTrack.onended': track,
  'MediaStreamTrack.onmute': track,
  message: fc.record({ direction: fc.constantFrom('sent', 'received'), description }),
  'error-text': fc.record({ text }),
  other: fc.record({ name: text }),
  close: fc.constant(null),
}
const line = fc.constantFrom(...Object.keys(SHAPES)).chain((name) =>
  fc.record(
    {
      at: fc.option(number),
      conn: fc.constantFrom(null, 'A', 'B', 'gone'),
      name: fc.constant(name),
      value: SHAPES[name]!,
      source: text,
      call: fc.nat(40),
    },
    { requiredKeys: ['at', 'conn', 'name', 'value', 'source'] },
  ),
)
const PROPERTIES = [
  'kind',
  'state',
  'packetsReceived',
  'packetsLost',
  'framesDecoded',
  'pliCount',
  'frames',
  'dtlsState',
  'qualityLimitationDurations',
  'candidateType',
  'address',
  'fractionLost',
  'selectedCandidatePairId',
]
const report = fc.record({
  conn: fc.constantFrom('A', 'B'),
  id: text,
  type: fc.constantFrom(
    '',
    'inbound-rtp',
    'outbound-rtp',
    'candidate-pair',
    'local-candidate',
    'transport',
    'data-channel',
    'media-source',
    'remote-inbound-rtp',
  ),
  times: fc.array(number, { maxLength: 8 }),
  values: fc.dictionary(fc.constantFrom(...PROPERTIES), fc.array(value, { maxLength: 8 })),
})
const COVERS = [
  'calls',
  'states',
  'descriptions',
  'candidates',
  'capture',
  'stats',
  'wire',
  'playback',
] as const
const connection = (id: string) =>
  fc.record({
    id: fc.constant(id),
    page: fc.option(text),
    configuration: fc.option(
      fc.record({
        iceServers: fc.array(
          fc.record({ urls: fc.array(text, { maxLength: 2 }), username: text, hasCredential: fc.boolean() }),
          { maxLength: 2 },
        ),
        iceTransportPolicy: fc.constantFrom('all', 'relay'),
      }),
    ),
    role: fc.constantFrom(null, 'caller', 'callee'),
  })
/** Dumps with lines of every name and values of every kind, whether they fit or not. */
export const anyDump = fc
  .record({
    lines: fc.array(line, { maxLength: 40 }),
    reports: fc.array(report, { maxLength: 6 }),
    covers: fc.subarray([...COVERS]),
    connections: fc.oneof(fc.constant([]), fc.tuple(connection('A'), connection('B'))),
  })
  .map(
    ({ lines, ...rest }) =>
      ({
        format: 'rtcstats-v3',
        dialect: '',
        browser: null,
        skipped: [],
        ...rest,
        lines: lines.map((one, seq) => ({ ...one, seq })),
      }) as unknown as Dump,
  )
