import { codecOf } from './facts'
import type { SectionFacts } from './facts'
import { readPayload } from './mediaTokens'
import { h264Level, h264Profile } from './h264'
import type { Span } from './spans'
import { split } from './spans'
import type { Meaning, SdpToken, TokenReader } from './token'
import { token } from './token'

const OPUS = new Map<string, Meaning>([
  ['minptime', 'opus.minptime'],
  ['useinbandfec', 'opus.useinbandfec'],
  ['usedtx', 'opus.usedtx'],
  ['stereo', 'opus.stereo'],
  ['sprop-stereo', 'opus.sprop-stereo'],
  ['maxplaybackrate', 'opus.maxplaybackrate'],
  ['sprop-maxcapturerate', 'opus.sprop-maxcapturerate'],
  ['maxaveragebitrate', 'opus.maxaveragebitrate'],
  ['cbr', 'opus.cbr'],
])
const H264 = new Map<string, Meaning>([
  ['level-asymmetry-allowed', 'h264.asymmetry'],
  ['packetization-mode=0', 'h264.mode0'],
  ['packetization-mode=1', 'h264.mode1'],
  ['profile-level-id', 'h264.profile'],
  ['sprop-parameter-sets', 'h264.sets'],
])
const VP9 = new Map<string, Meaning>([
  ['profile-id=0', 'vp9.0'],
  ['profile-id=1', 'vp9.1'],
  ['profile-id=2', 'vp9.2'],
  ['profile-id=3', 'vp9.3'],
])
const AV1 = new Map<string, Meaning>([
  ['level-idx', 'av1.level'],
  ['profile', 'av1.profile'],
  ['tier', 'av1.tier'],
])
const H265 = new Map<string, Meaning>([
  ['level-id', 'h265.level'],
  ['profile-id', 'h265.profile'],
  ['tier-flag', 'h265.tier'],
  ['tx-mode=SRST', 'h265.tx'],
])
const RTX = new Map<string, Meaning>([
  ['apt', 'rtx.apt'],
  ['rtx-time', 'rtx.time'],
])
const VIDEO = new Map<string, Meaning>([
  ['max-fs', 'video.max-fs'],
  ['max-fr', 'video.max-fr'],
])
const FEC = new Map<string, Meaning>([['repair-window', 'fec.window']])

const PARAMETERS = new Map<string, ReadonlyMap<string, Meaning>>([
  ['opus', OPUS],
  ['multiopus', OPUS],
  ['h264', H264],
  ['vp9', VP9],
  ['av1', AV1],
  ['h265', H265],
  ['rtx', RTX],
  ['flexfec-03', FEC],
])

/** `111 minptime=10;useinbandfec=1`: what a parameter means depends on the codec (RFC 8866 §6.15). */
export const readFmtp: TokenReader = ({ value, section }) => {
  const [payload] = split(value, ' ')
  if (payload === undefined) return []
  const from = payload.start - value.start + payload.text.length
  const rest = { start: value.start + from, text: value.text.slice(from) }
  return [
    readPayload(payload, section),
    ...split(rest, '; ').map((parameter) => readParameter(parameter, payload.text, section)),
  ]
}

function readParameter(parameter: Span, payload: string, section: SectionFacts): SdpToken {
  const codec = codecOf(section, payload).toLowerCase()
  const [name = '', v = ''] = parameter.text.split('=')
  if (codec === 'red' && /^\d+(?:\/\d+)*$/.test(parameter.text)) return token(parameter, 'red.blocks')
  if (codec === 'telephone-event') return token(parameter, 'dtmf.events')
  const own = PARAMETERS.get(codec)
  const meaning = own?.get(parameter.text) ?? own?.get(name) ?? VIDEO.get(name)
  if (meaning === undefined) return token(parameter, v === '' ? null : 'param.other')
  return token(parameter, meaning, valuesOf(meaning, v, section))
}

function valuesOf(meaning: Meaning, v: string, section: SectionFacts): Record<string, string> {
  switch (meaning) {
    case 'h264.profile':
      return { profile: h264Profile(v), level: h264Level(v) }
    case 'av1.level':
      // Two bits for the part behind the dot (AV1 specification, Annex A.3).
      return { level: `${String(2 + Math.floor(Number(v) / 4))}.${String(Number(v) % 4)}` }
    case 'h265.level':
      return { level: (Number(v) / 30).toFixed(1) }
    case 'rtx.apt':
      return { v, codec: codecOf(section, v) }
    default:
      return { v }
  }
}
