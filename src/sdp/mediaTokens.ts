import type { SectionFacts } from './sectionFacts'
import { codecOf } from './sectionFacts'
import type { Span } from './spans'
import { split } from './spans'
import { payloadRule } from './staticPayloads'
import type { Meaning, SdpToken, TokenReader } from './token'
import { token } from './token'

const PHONE = ['gsm', 'g723', 'g728', 'g729', 'g729d', 'g729e', 'g7221', 'ilbc', 'isac', 'speex', 'amr', 'amr-wb', 'silk', 'evs', 'lpc', 'dvi4', 'qcelp'] // prettier-ignore
const OLD_VIDEO = ['h261', 'h263', 'h263-1998', 'h263-2000', 'mpv', 'mp4v-es', 'jpeg', 'celb', 'nv', 'theora']
const CODECS = new Map<string, Meaning>([
  ['opus', 'codec.opus'],
  ['multiopus', 'codec.multiopus'],
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
  ['flexfec', 'codec.fec'],
  ['l16', 'codec.l16'],
  ['mpeg4-generic', 'codec.aac'],
  ['mp4a-latm', 'codec.aac'],
  ['aac', 'codec.aac'],
  ['vnd.onvif.metadata', 'codec.metadata'],
  ['h224', 'codec.control'],
  ['t140', 'codec.t140'],
  ...PHONE.map((name): [string, Meaning] => [name, 'codec.phone']),
  ...OLD_VIDEO.map((name): [string, Meaning] => [name, 'codec.old-video']),
])

/** `111 opus/48000/2` (RFC 8866 §6.6). */
export const readRtpmap: TokenReader = ({ value, section }) => {
  const [payload, encoding, ...rest] = split(value, ' ')
  if (payload === undefined) return []
  const [codec, clock, channels, ...more] = encoding === undefined ? [] : split(encoding, '/')
  const tokens = [readMapping(payload, codec?.text)]
  if (codec !== undefined) tokens.push(token(codec, codecMeaning(codec.text.toLowerCase(), section)))
  if (clock !== undefined) tokens.push(readCount(clock, 'clock'))
  if (channels !== undefined) tokens.push(readCount(channels, 'channels'))
  return [...tokens, ...[...more, ...rest].map((word) => token(word, 'malformed'))]
}

function readMapping(payload: Span, codec: string | undefined): SdpToken {
  const rule = payloadRule(payload.text)
  const pt = payload.text
  if (rule === 'invalid') return token(payload, 'payload.invalid')
  if (codec === undefined) return token(payload, 'payload.nameless', { pt })
  if (typeof rule === 'string') return token(payload, `payload.${rule}`, { pt, codec })
  const isSame = rule.name.toLowerCase() === codec.toLowerCase()
  return isSame
    ? token(payload, 'payload.static', { codec })
    : token(payload, 'payload.remapped', { pt, codec, fixed: rule.name })
}

function codecMeaning(name: string, { media }: SectionFacts): Meaning {
  if (name === 'red' && media === 'video') return 'codec.red-video'
  return CODECS.get(name) ?? (name.startsWith('g726-') ? 'codec.phone' : 'codec.other')
}

function readCount(word: Span, meaning: 'clock' | 'channels'): SdpToken {
  return /^\d+$/.test(word.text) ? token(word, meaning, { n: word.text }) : token(word, 'malformed')
}

/** The payload type that an fmtp or rtcp-fb line refers to. */
export function readPayload(word: Span, section: SectionFacts): SdpToken {
  if (word.text === '*') return token(word, 'payload.all')
  const pt = word.text
  if (payloadRule(pt) === 'invalid') return token(word, 'payload.invalid')
  const codec = codecOf(section, pt)
  const isListed = section.formats.has(pt)
  if (codec !== null) return token(word, 'payload.of', { pt, codec })
  return token(word, isListed ? 'payload.undeclared' : 'payload.unknown', { pt })
}
