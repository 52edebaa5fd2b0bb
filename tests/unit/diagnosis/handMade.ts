import type { Candidate } from '../../../machines/contracts'
import type {
  Dump,
  DumpConnection,
  DumpCoverage,
  DumpLine,
  DumpName,
  DumpReport,
  DumpValues,
} from '../../../src/diagnosis/dump'

/* Dumps written by hand, for faults that no recorded call shows. Addresses are those for documentation. */

const START = 1_790_000_000_000
export const EVERYTHING: readonly DumpCoverage[] = [
  'calls',
  'states',
  'descriptions',
  'candidates',
  'capture',
  'stats',
]

/** A line before it has its position: time in milliseconds since the beginning, connection, name, value. */
export type Entry = {
  [Name in DumpName]: readonly [at: number, conn: string | null, name: Name, value: DumpValues[Name]]
}[DumpName]

interface Options {
  readonly connections?: Readonly<Record<string, Partial<DumpConnection>>>
  readonly reports?: readonly DumpReport[]
  readonly covers?: readonly DumpCoverage[]
}

/** A dump of these lines, sorted by time; its connections are those that the lines name. */
export function dumpOf(
  entries: readonly Entry[],
  { connections = {}, reports = [], covers = EVERYTHING }: Options = {},
): Dump {
  const lines = entries
    .toSorted(([a], [b]) => a - b)
    .map(
      ([at, conn, name, value], seq) =>
        ({ seq, at: START + at, conn, name, value, source: `line ${seq}` }) as DumpLine,
    )
  const ids = [...new Set([...lines.map(({ conn }) => conn), ...Object.keys(connections)])].filter(
    (id) => id !== null,
  )
  return {
    format: 'rtcstats-v3',
    dialect: '',
    browser: 'Chrome 147',
    connections: ids.map((id) => ({
      id,
      page: 'https://app.example/',
      configuration: null,
      role: null,
      ...connections[id],
    })),
    lines,
    reports,
    covers,
    skipped: [],
  }
}

interface SdpOptions {
  readonly media?: readonly string[]
  readonly direction?: string
  readonly codecs?: string
  readonly setup?: string
  readonly port?: string
  readonly pwd?: string
  readonly fingerprint?: string
  readonly lines?: readonly string[]
  readonly candidates?: readonly string[]
  readonly origin?: string
}

/** A description of an end, by its ufrag. */
export function sdp(ufrag: string, options: SdpOptions = {}): string {
  const { media = ['audio', 'video'], direction = 'sendrecv', setup = 'actpass', port = '9' } = options
  const {
    codecs = '',
    pwd = `${ufrag}passwordpasswordpass`,
    fingerprint = `AA:BB:${hex(ufrag)}`,
    candidates = [],
  } = options
  const sections = media.flatMap((kind, index) => {
    const isData = kind === 'application'
    const rtp = codecs || (kind === 'audio' ? 'opus/48000/2' : 'VP8/90000')
    return [
      isData
        ? `m=application ${port} UDP/DTLS/SCTP webrtc-datachannel`
        : `m=${kind} ${port} UDP/TLS/RTP/SAVPF 96 97`,
      'c=IN IP4 0.0.0.0',
      `a=ice-ufrag:${ufrag}`,
      `a=ice-pwd:${pwd}`,
      `a=fingerprint:sha-256 ${fingerprint}`,
      `a=setup:${setup}`,
      `a=mid:${index}`,
      ...(isData
        ? ['a=sctp-port:5000']
        : [
            `a=${direction}`,
            `a=rtpmap:96 ${rtp}`,
            `a=rtpmap:97 ${kind === 'audio' ? 'red/48000/2' : 'H264/90000'}`,
          ]),
      ...(index === 0 ? candidates.map((candidate) => `a=${candidate}`) : []),
    ]
  })
  const origin = options.origin ?? `o=- 4611686018427387904${ufrag.length} 2 IN IP4 127.0.0.1`
  const lines = ['v=0', origin, 's=-', 't=0 0', ...(options.lines ?? []), ...sections]
  return `${lines.join('\r\n')}\r\n`
}

function hex(text: string): string {
  return Array.from(text)
    .map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase())
    .join(':')
}

/** A candidate of an end. */
export function candidate(ufrag: string, address: string, type = 'host', port = 50_000): Candidate {
  const related = type === 'host' ? '' : ' raddr 0.0.0.0 rport 0'
  return {
    candidate: `candidate:1 1 udp 2122260223 ${address} ${port} typ ${type}${related} generation 0 ufrag ${ufrag}`,
    sdpMid: '0',
    sdpMLineIndex: 0,
    usernameFragment: ufrag,
  }
}

/** What the caller does until the answer is set, with the names of both ends' ufrags. */
export function callerLines(conn: string, offer: string, answer: string | null, at = 0): Entry[] {
  const lines: Entry[] = [
    [at, conn, 'create', { iceServers: [] }],
    [at + 1, conn, 'addTrack', { kind: 'audio', id: `${conn}-audio` }],
    [at + 2, conn, 'createOffer', {}],
    [at + 3, conn, 'createOfferOnSuccess', { type: 'offer', sdp: offer }],
    [at + 4, conn, 'setLocalDescription', { type: 'offer', sdp: offer }],
    [at + 5, conn, 'onsignalingstatechange', 'have-local-offer'],
    [at + 6, conn, 'setLocalDescriptionOnSuccess', null],
    [at + 7, conn, 'onicegatheringstatechange', 'gathering'],
    [at + 90, conn, 'onicegatheringstatechange', 'complete'],
  ]
  if (answer === null) return lines
  return [
    ...lines,
    [at + 100, conn, 'setRemoteDescription', { type: 'answer', sdp: answer }],
    [at + 101, conn, 'onsignalingstatechange', 'stable'],
    [at + 102, conn, 'setRemoteDescriptionOnSuccess', null],
  ]
}

/** What the callee does until it has set its answer. */
export function calleeLines(conn: string, offer: string, answer: string | null, at = 20): Entry[] {
  const lines: Entry[] = [
    [at, conn, 'create', { iceServers: [] }],
    [at + 1, conn, 'setRemoteDescription', { type: 'offer', sdp: offer }],
    [at + 2, conn, 'onsignalingstatechange', 'have-remote-offer'],
    [at + 3, conn, 'setRemoteDescriptionOnSuccess', null],
  ]
  if (answer === null) return lines
  return [
    ...lines,
    [at + 10, conn, 'createAnswer', null],
    [at + 11, conn, 'createAnswerOnSuccess', { type: 'answer', sdp: answer }],
    [at + 12, conn, 'setLocalDescription', { type: 'answer', sdp: answer }],
    [at + 13, conn, 'onsignalingstatechange', 'stable'],
    [at + 14, conn, 'setLocalDescriptionOnSuccess', null],
  ]
}

/** The candidates that an end gathers, and those that it adds. */
export function candidateLines(
  conn: string,
  own: readonly Candidate[],
  others: readonly Candidate[],
  at = 110,
): Entry[] {
  return [
    ...own.map((one, index): Entry => [50 + index, conn, 'onicecandidate', one]),
    ...others.flatMap((one, index): Entry[] => [
      [at + index, conn, 'addIceCandidate', one],
      [at + index + 0.5, conn, 'addIceCandidateOnSuccess', one],
    ]),
  ]
}

/** States of ICE and of the connection until it is up, or until it failed. */
export function stateLines(conn: string, end: 'connected' | 'failed', at = 120): Entry[] {
  if (end === 'connected')
    return [
      [at, conn, 'oniceconnectionstatechange', 'checking'],
      [at + 1, conn, 'onconnectionstatechange', 'connecting'],
      [at + 30, conn, 'oniceconnectionstatechange', 'connected'],
      [at + 60, conn, 'onconnectionstatechange', 'connected'],
    ]
  return [
    [at, conn, 'oniceconnectionstatechange', 'checking'],
    [at + 1, conn, 'onconnectionstatechange', 'connecting'],
    [at + 15_000, conn, 'oniceconnectionstatechange', 'disconnected'],
    [at + 15_001, conn, 'onconnectionstatechange', 'failed'],
  ]
}

/** One report of statistics, a sample each second. */
export function report(
  conn: string,
  id: string,
  type: string,
  values: Readonly<Record<string, readonly unknown[]>>,
  from = 1_000,
): DumpReport {
  const length = Math.max(...Object.values(values).map((column) => column.length))
  const times = Array.from({ length }, (_, index) => START + from + index * 1_000)
  return { conn, id, type, times, values }
}

/** The same value, as often as there are samples. */
export function steady<T>(value: T, samples: number): T[] {
  return Array.from({ length: samples }, () => value)
}

/** A counter that grows by the same amount with every sample. */
export function rising(by: number, samples: number, from = 0): number[] {
  return Array.from({ length: samples }, (_, index) => from + by * index)
}

const CALLER_HOSTS = [candidate('CALL', '192.0.2.10'), candidate('CALL', '198.51.100.7', 'srflx')]
const CALLEE_HOSTS = [candidate('ANSW', '203.0.113.20')]

/** Both ends of a call that connects, as lines. */
export function healthyLines(end: 'connected' | 'failed' = 'connected'): Entry[] {
  const offer = sdp('CALL')
  const answer = sdp('ANSW', { setup: 'active' })
  return [
    ...callerLines('A', offer, answer),
    [21, 'B', 'addTrack', { kind: 'audio', id: 'B-audio' }],
    ...calleeLines('B', offer, answer),
    ...candidateLines('A', CALLER_HOSTS, CALLEE_HOSTS),
    ...candidateLines('B', CALLEE_HOSTS, CALLER_HOSTS),
    ...stateLines('A', end),
    ...stateLines('B', end),
  ]
}

/** One end of a call that connects: the caller `A`. */
export function healthyCaller(): Entry[] {
  return healthyLines().filter(([, conn]) => conn === 'A')
}

/** The caller `A` of a call whose checks find no path. */
export function failingCaller(own = [candidate('CALL', '192.0.2.10')], others = CALLEE_HOSTS): Entry[] {
  return [
    ...callerLines('A', sdp('CALL'), sdp('ANSW', { setup: 'active' })),
    ...candidateLines('A', own, others),
    ...stateLines('A', 'failed'),
  ]
}
