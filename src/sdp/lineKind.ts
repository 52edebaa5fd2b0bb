import type notes from '../../lessons/sdp/en.json'
import { isGroup, NAMES } from './attributes'
import type { SdpLine } from './lines'

/** The kinds of lines that can be explained. The words are in lessons/sdp/, by the same name. */
export type LineKind = keyof typeof notes.lines

/** Where each kind is defined. */
export const REFERENCES: Readonly<Record<LineKind, string>> = {
  version: 'RFC 8866 §5.1',
  origin: 'RFC 8866 §5.2',
  name: 'RFC 8866 §5.3',
  information: 'RFC 8866 §5.4',
  contact: 'RFC 8866 §5.5',
  time: 'RFC 8866 §5.9',
  schedule: 'RFC 8866 §5.10',
  key: 'RFC 8866 §5.12',
  bandwidth: 'RFC 8866 §5.8',
  media: 'RFC 8866 §5.14',
  connection: 'RFC 8866 §5.7',
  group: 'RFC 9143',
  'extmap-allow-mixed': 'RFC 8285 §6',
  'msid-semantic': 'draft-ietf-mmusic-msid',
  fingerprint: 'RFC 8122 §5',
  'ice-options': 'RFC 8839 §5.6',
  'ice-lite': 'RFC 8839 §5.3',
  'ice-ufrag': 'RFC 8839 §5.4',
  'ice-pwd': 'RFC 8839 §5.4',
  candidate: 'RFC 8839 §5.1',
  'end-of-candidates': 'RFC 8840',
  setup: 'RFC 8842',
  rtcp: 'RFC 3605',
  'rtcp-mux': 'RFC 5761',
  'rtcp-mux-only': 'RFC 8858',
  'rtcp-rsize': 'RFC 5506',
  'rtcp-xr': 'RFC 3611',
  'bundle-only': 'RFC 9143',
  mid: 'RFC 5888',
  direction: 'RFC 8866 §6.7',
  msid: 'RFC 8830',
  ssrc: 'RFC 5576 §4.1',
  'ssrc-group': 'RFC 5576 §4.2',
  rid: 'RFC 8851',
  simulcast: 'RFC 8853',
  rtpmap: 'RFC 8866 §6.6',
  fmtp: 'RFC 8866 §6.15',
  'rtcp-fb': 'RFC 4585 §4.2',
  extmap: 'RFC 8285 §5',
  'sctp-port': 'RFC 8841 §5',
  'max-message-size': 'RFC 8841 §6',
  sctpmap: 'draft-ietf-mmusic-sctp-sdp-07',
  ptime: 'RFC 8866 §6.4',
  maxptime: 'RFC 8866 §6.5',
  identity: 'RFC 8827 §5',
  'tls-id': 'RFC 8842 §4',
  crypto: 'RFC 4568',
  imageattr: 'RFC 6236',
  framerate: 'RFC 8866 §6.13',
  packetization: 'draft-ietf-avtcore-rtp-payload-raw',
  content: 'RFC 4796',
  label: 'RFC 4574',
  google: 'webrtc.org',
  about: 'RFC 8866 §6',
  quality: 'RFC 8866 §6.14',
  'tcp-connection': 'RFC 4145 §5',
  'remote-candidates': 'RFC 8839 §5.2',
  'ice-mismatch': 'RFC 8839 §5.3',
  'ice-pacing': 'RFC 8839 §5.5',
  'extmap-encryption': 'RFC 9335',
  keys: 'RFC 4567',
  'source-filter': 'RFC 4570',
  rtsp: 'RFC 7826',
  preconditions: 'RFC 3312',
  'packet-rate': 'RFC 3890',
  msrp: 'RFC 4975',
  bfcp: 'RFC 8856',
  fax: 'ITU-T T.38',
  capabilities: 'RFC 5939',
  'data-channel': 'RFC 8864',
  'clock-source': 'RFC 7273',
  dependency: 'RFC 5583',
  'repair-flow': 'RFC 6364',
  'frame-size': '3GPP TS 26.234',
  speech: 'RFC 6787',
  silence: 'RFC 3108',
  'reporting-group': 'RFC 8861',
  'bandwidth-feedback': 'RFC 5760',
  proxied: 'rtpproxy',
  microsoft: 'MS-SDPEXT',
  'sctp-init': 'draft-hancke-tsvwg-snap',
}

const LETTERS = new Map<string, LineKind>(
  Object.entries({
    v: 'version',
    o: 'origin',
    s: 'name',
    i: 'information',
    u: 'contact',
    e: 'contact',
    p: 'contact',
    t: 'time',
    r: 'schedule',
    z: 'schedule',
    k: 'key',
    b: 'bandwidth',
    m: 'media',
    c: 'connection',
  }),
)
const NO_ATTRIBUTES: readonly string[] = [...LETTERS.values()]

/** The beginning of a line of a kind, for lists and search: `a=setup`, `m=`. */
export function lineStart(kind: LineKind): string {
  const letters = [...LETTERS].flatMap(([letter, name]) => (name === kind ? [`${letter}=`] : []))
  const aliases = [...NAMES].flatMap(([name, alias]) => (alias === kind ? [`a=${name}`] : []))
  const names = [...letters, ...aliases]
  return names.length > 0 ? names.join(' ') : `a=${kind}`
}

/** The section that defines what a line may be. */
export const STRANGE_REFERENCE = 'RFC 8866 §5'

/** Why a line cannot be explained. The words are in lessons/sdp/, by the same name. */
export type StrangeLine = keyof typeof notes.unknown

/**
 * The reason why a line has no kind: an attribute that may be ignored, a type that SDP lacks, or no line of SDP at all
 * (RFC 8866 §5).
 */
export function strangeLine({ key, text }: Pick<SdpLine, 'key' | 'text'>): StrangeLine {
  if (key === null || hasBlankBehind(text)) return 'broken'
  if (key !== 'a') return 'letter'
  const name = attributeName(text)
  if (name === '') return 'broken'
  return /^x-/i.test(name) ? 'private' : 'attribute'
}

/** Only the session name may begin with a space: an empty one was written `s= `. */
function hasBlankBehind(text: string): boolean {
  return /^[a-rt-z]=\s/.test(text)
}

/** The kind of a line, or null for one that this app cannot explain: new attributes appear, and may be ignored. */
export function lineKind({ key, text }: Pick<SdpLine, 'key' | 'text'>): LineKind | null {
  if (key === null || hasBlankBehind(text)) return null
  if (key !== 'a') return LETTERS.get(key) ?? null
  const name = attributeName(text)
  const named = NAMES.get(name)
  if (named !== undefined) return named
  if (isGroup(name) || NO_ATTRIBUTES.includes(name)) return null
  return Object.hasOwn(REFERENCES, name) ? (name as LineKind) : null
}

/** `candidate` of `a=candidate:…`; empty if the line is not an attribute. */
export function attributeName(text: string): string {
  return /^a=([^:\s]+)/.exec(text)?.[1] ?? ''
}

/** Page of a reference at the RFC editor; null for a draft that never became an RFC. */
export function referenceUrl(reference: string): string | null {
  const [, rfc, section] = /^RFC (\d+)(?: §([\d.]+))?$/.exec(reference) ?? []
  if (rfc === undefined) return null
  return `https://www.rfc-editor.org/rfc/rfc${rfc}${section === undefined ? '' : `#section-${section}`}`
}
