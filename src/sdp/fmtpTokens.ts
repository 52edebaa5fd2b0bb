import { codecOf } from './sectionFacts'
import type { SectionFacts } from './sectionFacts'
import { readPayload } from './mediaTokens'
import { h264Level, h264Profile, isProfileLevelId } from './h264'
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
  ['ptime', 'opus.ptime'],
  ['maxptime', 'opus.maxptime'],
])
const H264 = new Map<string, Meaning>([
  ['level-asymmetry-allowed', 'h264.asymmetry'],
  ['packetization-mode=0', 'h264.mode0'],
  ['packetization-mode=1', 'h264.mode1'],
  ['packetization-mode=2', 'h264.mode2'],
  ['profile-level-id', 'h264.profile'],
  ['sprop-parameter-sets', 'h264.sets'],
  ...names(
    'h264.limit',
    'max-mbps',
    'max-smbps',
    'max-br',
    'max-cpb',
    'max-dpb',
    'max-fps',
    'max-recv-level',
  ),
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
  ...names(
    'video.google-bitrate',
    ...['x-google-start-bitrate', 'x-google-min-bitrate', 'x-google-max-bitrate'],
  ),
])
const FEC = new Map<string, Meaning>([['repair-window', 'fec.window']])
const G729 = new Map<string, Meaning>([['annexb', 'g729.annexb']])
const AMR = new Map<string, Meaning>([
  ['octet-align', 'amr.align'],
  ...names('amr.modes', 'mode-set', 'mode-change-period', 'mode-change-capability', 'mode-change-neighbor'),
])
const ILBC = new Map<string, Meaning>([['mode', 'ilbc.mode']])
const G7221 = new Map<string, Meaning>([['bitrate', 'speech.bitrate']])
const H263 = new Map<string, Meaning>(names('h263.size', 'SQCIF', 'QCIF', 'CIF', 'CIF4', 'CIF16'))
const AAC = new Map<string, Meaning>(
  names('aac.config', 'config', 'mode', 'profile-level-id', 'streamtype', 'sizelength', 'indexlength'),
)

/** Several names of one meaning. */
function names(meaning: Meaning, ...all: string[]): [string, Meaning][] {
  return all.map((name) => [name, meaning])
}

const PARAMETERS = new Map<string, ReadonlyMap<string, Meaning>>([
  ['opus', OPUS],
  ['multiopus', OPUS],
  ['h264', H264],
  ['vp9', VP9],
  ['av1', AV1],
  ['h265', H265],
  ['rtx', RTX],
  ['flexfec-03', FEC],
  ['g729', G729],
  ['amr', AMR],
  ['amr-wb', AMR],
  ['ilbc', ILBC],
  ['g7221', G7221],
  ['h263', H263],
  ['h263-1998', H263],
  ['h263-2000', H263],
  ['mpeg4-generic', AAC],
  ['aac', AAC],
])

/** `111 minptime=10;useinbandfec=1`: the meaning of a parameter depends on the codec (RFC 8866 §6.15). */
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
  const codec = codecOf(section, payload)?.toLowerCase() ?? ''
  const { name, value } = splitParameter(parameter.text)
  if (codec === 'red' && /^\d+(?:\/\d+)*$/.test(parameter.text)) return token(parameter, 'red.blocks')
  if (codec === 'telephone-event' && /^[\d,-]+$/.test(parameter.text)) return token(parameter, 'dtmf.events')
  const own = PARAMETERS.get(codec)
  const meaning = own?.get(parameter.text) ?? own?.get(name) ?? VIDEO.get(name)
  if (meaning === undefined) return token(parameter, 'param.other')
  return explain(parameter, meaning, value, section)
}

/** `stereo=1`; a value may contain more `=`, as Base64 does. */
export function splitParameter(text: string): { name: string; value: string } {
  const at = text.indexOf('=')
  return at === -1 ? { name: text, value: '' } : { name: text.slice(0, at), value: text.slice(at + 1) }
}

function explain(parameter: Span, meaning: Meaning, v: string, section: SectionFacts): SdpToken {
  const n = /^\d+$/.test(v) ? Number(v) : null
  switch (meaning) {
    case 'h264.profile':
      return isProfileLevelId(v)
        ? token(parameter, meaning, { profile: h264Profile(v), level: h264Level(v) })
        : token(parameter, 'h264.profile-bad')
    case 'av1.level':
      // Two bits for the part after the dot; 23 is 7.3, the highest (AV1 specification, Annex A.3).
      return n === null || n > 23
        ? token(parameter, 'param.other')
        : token(parameter, meaning, { level: `${String(2 + Math.floor(n / 4))}.${String(n % 4)}` })
    case 'h265.level':
      return n === null
        ? token(parameter, 'param.other')
        : token(parameter, meaning, { level: (n / 30).toFixed(1) })
    case 'rtx.apt': {
      const codec = codecOf(section, v)
      return codec === null
        ? token(parameter, 'rtx.apt-unknown', { v })
        : token(parameter, meaning, { v, codec })
    }
    default:
      return token(parameter, meaning, { v })
  }
}
