import { split } from './spans'
import type { Span } from './spans'
import type { Meaning, SdpToken, TokenReader } from './token'
import { inTurn, token } from './token'

const RTP = 'urn:ietf:params:rtp-hdrext:'
const GOOGLE = 'http://www.webrtc.org/experiments/rtp-hdrext/'
const EXTENSIONS = new Map<string, Meaning>([
  [`${RTP}sdes:mid`, 'ext.mid'],
  [`${RTP}ssrc-audio-level`, 'ext.audio-level'],
  [`${RTP}csrc-audio-level`, 'ext.csrc-level'],
  [`${RTP}toffset`, 'ext.toffset'],
  [`${RTP}sdes:rtp-stream-id`, 'ext.rid'],
  [`${RTP}sdes:repaired-rtp-stream-id`, 'ext.repaired-rid'],
  [`${RTP}encrypt`, 'ext.encrypt'],
  [`${RTP}sdes:cname`, 'ext.cname'],
  [`${RTP}framemarking`, 'ext.framemarking'],
  [`${RTP}smpte-tc`, 'ext.timecode'],
  [`${RTP}ntp-64`, 'ext.ntp'],
  [`${RTP}ntp-56`, 'ext.ntp'],
  [`${RTP}splicing-interval`, 'ext.splicing'],
  [`${RTP}sdes:CaptId`, 'ext.capture-id'],
  [`${RTP}sdes`, 'ext.sdes'],
  ['http://tools.ietf.org/html/draft-ietf-avtext-framemarking-07', 'ext.framemarking'],
  ['urn:3gpp:video-orientation', 'ext.orientation'],
  ['urn:3gpp:video-orientation:6', 'ext.orientation'],
  ['urn:3gpp:roi-sent', 'ext.roi'],
  ['urn:3gpp:predefined-roi-sent', 'ext.roi'],
  ['urn:mediasoup:params:rtp-hdrext:packet-id', 'ext.mediasoup'],
  ['http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01', 'ext.twcc'],
  [`${GOOGLE}transport-wide-cc-02`, 'ext.twcc'],
  [`${GOOGLE}abs-send-time`, 'ext.abs-send-time'],
  [`${GOOGLE}abs-capture-time`, 'ext.capture-time'],
  [`${GOOGLE}playout-delay`, 'ext.playout-delay'],
  [`${GOOGLE}video-content-type`, 'ext.content-type'],
  [`${GOOGLE}video-timing`, 'ext.timing'],
  [`${GOOGLE}color-space`, 'ext.color-space'],
  [`${GOOGLE}video-layers-allocation00`, 'ext.layers'],
  [`${GOOGLE}video-frame-tracking-id`, 'ext.frame-id'],
  [`${GOOGLE}corruption-detection`, 'ext.corruption'],
  [`${GOOGLE}generic-frame-descriptor-00`, 'ext.dependency'],
  [`${GOOGLE}generic-frame-descriptor-01`, 'ext.dependency'],
  [`${GOOGLE}generic-frame-descriptor-02`, 'ext.dependency'],
  [`${GOOGLE}inband-cn`, 'ext.transport'],
  [
    'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
    'ext.dependency',
  ],
])

const DIRECTIONS = new Map<string, Meaning>([
  ['sendonly', 'extmap.sendonly'],
  ['recvonly', 'extmap.recvonly'],
  ['sendrecv', 'extmap.sendrecv'],
  ['inactive', 'extmap.inactive'],
])

/** `4/sendonly urn:ietf:params:rtp-hdrext:sdes:mid` (RFC 8285 §5); after `encrypt` a second URI (RFC 6904 §4). */
export const readExtmap: TokenReader = ({ value }) => {
  const [head, ...words] = split(value, ' ')
  const [id, direction, ...more] = head === undefined ? [] : split(head, '/')
  const tokens: SdpToken[] = []
  if (id !== undefined) tokens.push(readId(id))
  if (direction !== undefined) tokens.push(token(direction, DIRECTIONS.get(direction.text) ?? 'malformed'))
  tokens.push(...more.map((word) => token(word, 'malformed')))
  const named = words[0]?.text === `${RTP}encrypt` ? 2 : 1
  // Some extensions take attributes after the URI; no browser writes any.
  const meanings = words.map((word, at) => (at < named ? extensionMeaning(word.text) : 'ext.attribute'))
  return [...tokens, ...inTurn(words, ...meanings)]
}

/** Name spaces of extensions that are not in the table, with the organisation that defines them. */
const SPACES: readonly (readonly [start: string, meaning: Meaning])[] = [
  [`${RTP}sdes:`, 'ext.sdes'],
  [RTP, 'ext.ietf-other'],
  [GOOGLE, 'ext.google-other'],
  ['urn:3gpp:', 'ext.3gpp'],
]

function extensionMeaning(uri: string): Meaning {
  const known = EXTENSIONS.get(uri) ?? SPACES.find(([start]) => uri.startsWith(start))?.[1]
  // Microsoft Teams writes `http:\\…` with backslashes.
  return known ?? (/^[a-z][a-z\d+.-]*:[^\\]+$/i.test(uri) ? 'ext.other' : 'ext.bad')
}

/** Ids of the one-byte and two-byte forms, and those of an offer with too many extensions (RFC 8285 §5, §6). */
function readId(word: Span): SdpToken {
  const id = /^\d{1,4}$/.test(word.text) ? Number(word.text) : 0
  if (id >= 4_096 && id <= 4_351) return token(word, 'extmap.later', { id })
  return id >= 1 && id <= 255 ? token(word, 'extmap.id', { id: word.text }) : token(word, 'extmap.bad')
}
