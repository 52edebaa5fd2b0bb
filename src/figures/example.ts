import type { MediaSummary, RemoteTrack, TransceiverStatus } from '../../machines/contracts'
import type { ClockRow } from './clockRows'
import type { Film } from './connectFilm'
import type { OfferedSection } from './directions'

/* The values that figures show before there is a call, always marked as an example. Descriptions are shortened from
   Chromium's; candidates are those of two peers behind two NATs, with documentation addresses (RFC 5737). */

const CALLER_PRINT =
  'F5:4A:23:33:3C:9C:88:BD:E6:3A:A1:F1:0F:AF:EF:DC:32:D8:EB:48:46:56:5E:E4:95:87:9C:69:B4:3A:33:D1'
const CALLEE_PRINT =
  '0F:09:7B:52:66:C1:2D:E8:30:AA:5F:91:14:6C:D3:08:E7:3B:C4:8A:72:1E:90:FD:AB:47:65:DE:02:39:B1:54'

function section(media: string, mid: string, codec: string, ufrag: string, print: string, setup: string) {
  const [payload = '', name = ''] = codec.split(' ')
  return [
    `m=${media} 9 UDP/TLS/RTP/SAVPF ${payload}`,
    'c=IN IP4 0.0.0.0',
    `a=ice-ufrag:${ufrag}`,
    `a=fingerprint:sha-256 ${print}`,
    `a=setup:${setup}`,
    `a=mid:${mid}`,
    'a=sendrecv',
    'a=rtcp-mux',
    `a=rtpmap:${payload} ${name}`,
  ]
}

function description(origin: string, ufrag: string, print: string, setup: string): string {
  return [
    'v=0',
    `o=- ${origin} 2 IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    'a=group:BUNDLE 0 1',
    ...section('audio', '0', '111 opus/48000/2', ufrag, print, setup),
    ...section('video', '1', '96 VP8/90000', ufrag, print, setup),
    '',
  ].join('\r\n')
}

export const EXAMPLE_OFFER = description('8691202267752749652', 'q8ba', CALLER_PRINT, 'actpass')
export const EXAMPLE_ANSWER = description('2746093115586410327', 'J30j', CALLEE_PRINT, 'active')

/** Candidate lines of each end, highest priority first. */
export const EXAMPLE_CANDIDATES = {
  caller: [
    'candidate:1 1 udp 2122260223 10.0.1.2 40211 typ host',
    'candidate:2 1 udp 1686052607 203.0.113.101 40211 typ srflx raddr 10.0.1.2 rport 40211',
    'candidate:3 1 udp 58662911 203.0.113.10 49170 typ relay raddr 203.0.113.101 rport 40211',
  ],
  callee: [
    'candidate:1 1 udp 2122260223 10.0.2.2 51820 typ host',
    'candidate:2 1 udp 1686052607 203.0.113.102 51820 typ srflx raddr 10.0.2.2 rport 51820',
    'candidate:3 1 udp 58662911 203.0.113.10 49172 typ relay raddr 203.0.113.102 rport 51820',
  ],
} as const

const TRANSCEIVER = { direction: 'sendrecv', currentDirection: 'sendrecv' } as const
export const EXAMPLE_TRANSCEIVERS: readonly TransceiverStatus[] = [
  { mid: '0', kind: 'audio', ...TRANSCEIVER },
  { mid: '1', kind: 'video', ...TRANSCEIVER },
]
export const EXAMPLE_TRACKS: MediaSummary['tracks'] = [
  { kind: 'audio', label: 'Microphone' },
  { kind: 'video', label: 'Camera' },
]
export const EXAMPLE_REMOTE: readonly RemoteTrack[] = [
  { id: 'audio', kind: 'audio', muted: false },
  { id: 'video', kind: 'video', muted: false },
]

/** Two sections, one address, two transports. */
export const EXAMPLE_LOCAL = ['0', '1'].flatMap((sdpMid, sdpMLineIndex) =>
  [
    'candidate:1 1 udp 2122260223 10.0.1.2 40211 typ host',
    'candidate:2 1 tcp 1518280447 10.0.1.2 9 typ host tcptype active',
  ].map((candidate) => ({ candidate: { candidate, sdpMid, sdpMLineIndex, usernameFragment: 'q8ba' } })),
)

/** A callee that only receives. */
export const EXAMPLE_OFFERED: readonly OfferedSection[] = [
  { kind: 'audio', offered: 'sendrecv', wanted: 'recvonly' },
  { kind: 'video', offered: 'sendrecv', wanted: 'recvonly' },
]

/** The order in which Chromium reports; the times are rounded. */
export const EXAMPLE_CLOCKS: readonly ClockRow[] = [
  { at: 0, end: 'caller', clock: 'signaling', state: 'have-local-offer' },
  { at: 2, end: 'caller', clock: 'ice', state: 'gathering' },
  { at: 100, end: 'caller', clock: 'ice', state: 'complete' },
  { at: 1000, end: 'callee', clock: 'signaling', state: 'have-remote-offer' },
  { at: 2000, end: 'callee', clock: 'signaling', state: 'stable' },
  { at: 2002, end: 'callee', clock: 'ice', state: 'gathering' },
  { at: 2010, end: 'callee', clock: 'ice', state: 'checking' },
  { at: 2050, end: 'callee', clock: 'ice', state: 'connected' },
  { at: 3000, end: 'caller', clock: 'signaling', state: 'stable' },
  { at: 3010, end: 'caller', clock: 'ice', state: 'checking' },
  { at: 3050, end: 'caller', clock: 'ice', state: 'connected' },
]

/** In Chromium the callee's ICE is ready before the caller has the answer. */
export const EXAMPLE_FILM: Film = {
  ice: { caller: 50, callee: -950 },
  dtls: { caller: 120, callee: 120 },
  packet: { caller: 160, callee: 160 },
}
