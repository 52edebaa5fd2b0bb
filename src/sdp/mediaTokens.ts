import type { SectionFacts } from './facts'
import { codecOf } from './facts'
import { readPort } from './sessionTokens'
import type { Span } from './spans'
import { join, split } from './spans'
import type { Meaning, SdpToken, TokenReader } from './token'
import { token } from './token'

const KINDS = new Map<string, Meaning>([
  ['audio', 'media.audio'],
  ['video', 'media.video'],
  ['application', 'media.application'],
])
const PROTOCOLS = new Map<string, Meaning>([
  ['UDP/TLS/RTP/SAVPF', 'proto.savpf'],
  ['UDP/DTLS/SCTP', 'proto.sctp'],
  ['TCP/DTLS/SCTP', 'proto.tcp'],
])

/** `audio 9 UDP/TLS/RTP/SAVPF 111 63` (RFC 8866 §5.14). */
export const readMedia: TokenReader = ({ value, section }) => {
  const [kind, port, protocol, ...formats] = split(value, ' ')
  const tokens: SdpToken[] = []
  if (kind !== undefined) tokens.push(token(kind, KINDS.get(kind.text)))
  if (port !== undefined) tokens.push(readPort(port))
  if (protocol !== undefined) tokens.push(token(protocol, PROTOCOLS.get(protocol.text) ?? 'proto.other'))
  return [...tokens, ...formats.map((format, at) => readFormat(format, at, section))]
}

function readFormat(format: Span, at: number, section: SectionFacts): SdpToken {
  const pt = format.text
  if (pt === 'webrtc-datachannel') return token(format, 'format.data')
  if (!/^\d{1,5}$/.test(pt)) return token(format, null)
  if (section.media === 'application') return token(format, 'sctp.port')
  const apt = section.repeats.get(pt)
  if (apt !== undefined) return token(format, 'format.rtx', { pt, apt, codec: codecOf(section, apt) })
  return token(format, 'format.codec', { pt, codec: codecOf(section, pt), n: at + 1 })
}

const CODECS = new Map<string, Meaning>([
  ['opus', 'codec.opus'],
  ['multiopus', 'codec.opus'],
  ['red', 'codec.red'],
  ['g722', 'codec.g722'],
  ['pcmu', 'codec.pcm'],
  ['pcma', 'codec.pcm'],
  ['cn', 'codec.cn'],
  ['telephone-event', 'codec.dtmf'],
  ['vp8', 'codec.vp8'],
  ['vp9', 'codec.vp9'],
  ['h264', 'codec.h264'],
  ['h265', 'codec.h265'],
  ['av1', 'codec.av1'],
  ['rtx', 'codec.rtx'],
  ['ulpfec', 'codec.fec'],
  ['flexfec-03', 'codec.fec'],
])

/** `111 opus/48000/2` (RFC 8866 §6.6). */
export const readRtpmap: TokenReader = ({ value }) => {
  const [payload, encoding, ...rest] = split(value, ' ')
  if (payload === undefined) return []
  const [codec, clock, channels, ...more] = encoding === undefined ? [] : split(encoding, '/')
  const name = codec?.text ?? '?'
  const isDynamic = Number(payload.text) >= 35 && ![72, 73, 74, 75, 76].includes(Number(payload.text))
  const tokens = [token(payload, isDynamic ? 'payload.dynamic' : 'payload.static', { codec: name })]
  if (codec !== undefined) tokens.push(token(codec, CODECS.get(name.toLowerCase()) ?? 'codec.other'))
  if (clock !== undefined) tokens.push(token(clock, 'clock', { n: clock.text }))
  if (channels !== undefined) tokens.push(token(channels, 'channels'))
  return [...tokens, ...[...more, ...rest].map((word) => token(word, null))]
}

/** The payload type an fmtp or rtcp-fb line speaks of. */
export function readPayload(word: Span, section: SectionFacts): SdpToken {
  if (word.text === '*') return token(word, 'payload.all')
  const codec = section.codecs.get(word.text)
  const values = { pt: word.text, codec: codec ?? '?' }
  return token(word, codec === undefined ? 'payload.unknown' : 'payload.of', values)
}

const FEEDBACK = new Map<string, Meaning>([
  ['nack', 'fb.nack'],
  ['nack pli', 'fb.pli'],
  ['nack rpsi', 'fb.rpsi'],
  ['ccm fir', 'fb.fir'],
  ['ccm tmmbr', 'fb.tmmbr'],
  ['goog-remb', 'fb.remb'],
  ['goog-lntf', 'fb.lntf'],
  ['transport-cc', 'fb.twcc'],
  ['ack ccfb', 'fb.ccfb'],
  ['rrtr', 'fb.rrtr'],
])

/** `96 nack pli` (RFC 4585 §4.2). */
export const readFeedback: TokenReader = ({ line, value, section }) => {
  const [payload, first, ...rest] = split(value, ' ')
  if (payload === undefined) return []
  const kind = first === undefined ? [] : [join(line, first, rest.at(-1) ?? first)]
  return [readPayload(payload, section), ...kind.map((span) => token(span, FEEDBACK.get(span.text)))]
}

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
  ['urn:3gpp:video-orientation', 'ext.orientation'],
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
  [`${GOOGLE}inband-cn`, 'ext.transport'],
  [
    'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
    'ext.dependency',
  ],
])

/** `4/sendonly urn:ietf:params:rtp-hdrext:sdes:mid` (RFC 8285 §5). */
export const readExtmap: TokenReader = ({ value }) => {
  const [head, uri, ...rest] = split(value, ' ')
  const [id, direction, ...more] = head === undefined ? [] : split(head, '/')
  const tokens: SdpToken[] = []
  if (id !== undefined) tokens.push(token(id, /^\d+$/.test(id.text) ? 'extmap.id' : null, { id: id.text }))
  if (direction !== undefined) tokens.push(token(direction, 'extmap.direction'))
  tokens.push(...more.map((word) => token(word, null)))
  if (uri !== undefined) tokens.push(token(uri, EXTENSIONS.get(uri.text)))
  // Some extensions take attributes behind the address; no browser writes any.
  return [...tokens, ...rest.map((word) => token(word, null))]
}
