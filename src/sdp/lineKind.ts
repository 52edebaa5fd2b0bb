import type { SdpLine } from './lines'

/** What can be said about a line. The words are in src/i18n/messages/sdpNotes.ts, by the same name. */
export type LineKind = keyof typeof REFERENCES

/** Where each kind is defined. */
export const REFERENCES = {
  version: 'RFC 8866 §5.1',
  origin: 'RFC 8866 §5.2',
  name: 'RFC 8866 §5.3',
  time: 'RFC 8866 §5.9',
  bandwidth: 'RFC 8866 §5.8',
  media: 'RFC 8866 §5.14',
  connection: 'RFC 8866 §5.7',
  group: 'RFC 9143',
  'extmap-allow-mixed': 'RFC 8285 §6',
  'msid-semantic': 'draft-ietf-mmusic-msid',
  fingerprint: 'RFC 8122 §5',
  'ice-options': 'RFC 8839 §5.6',
  'ice-ufrag': 'RFC 8839 §5.4',
  'ice-pwd': 'RFC 8839 §5.4',
  candidate: 'RFC 8839 §5.1',
  'end-of-candidates': 'RFC 8840',
  setup: 'RFC 8842',
  rtcp: 'RFC 3605',
  'rtcp-mux': 'RFC 5761',
  'rtcp-rsize': 'RFC 5506',
  'rtcp-xr': 'RFC 3611',
  'bundle-only': 'RFC 9143',
  mid: 'RFC 5888',
  direction: 'RFC 8866 §6.7',
  msid: 'RFC 8830',
  ssrc: 'RFC 5576 §4.1',
  'ssrc-group': 'RFC 5576 §4.2',
  rtpmap: 'RFC 8866 §6.6',
  fmtp: 'RFC 8866 §6.15',
  'rtcp-fb': 'RFC 4585 §4.2',
  extmap: 'RFC 8285 §5',
  'sctp-port': 'RFC 8841 §5',
  'max-message-size': 'RFC 8841 §6',
} as const

const LETTERS = {
  v: 'version',
  o: 'origin',
  s: 'name',
  t: 'time',
  b: 'bandwidth',
  m: 'media',
  c: 'connection',
} as const
const DIRECTIONS = ['sendrecv', 'sendonly', 'recvonly', 'inactive']
const NO_ATTRIBUTES: readonly string[] = [...Object.values(LETTERS), 'direction']

/** What a line is, or null for one this tool cannot explain: SDP grows by attributes that may be ignored. */
export function lineKind({ key, text }: SdpLine): LineKind | null {
  if (key === null) return null
  if (key !== 'a') return Object.hasOwn(LETTERS, key) ? LETTERS[key as keyof typeof LETTERS] : null
  const name = /^a=([^:\s]+)/.exec(text)?.[1] ?? ''
  if (DIRECTIONS.includes(name)) return 'direction'
  return Object.hasOwn(REFERENCES, name) && !NO_ATTRIBUTES.includes(name) ? (name as LineKind) : null
}

/** Page of a reference at the RFC editor; null for a draft that never became one. */
export function referenceUrl(reference: string): string | null {
  const [, rfc, section] = /^RFC (\d+)(?: §([\d.]+))?$/.exec(reference) ?? []
  if (rfc === undefined) return null
  return `https://www.rfc-editor.org/rfc/rfc${rfc}${section === undefined ? '' : `#section-${section}`}`
}
