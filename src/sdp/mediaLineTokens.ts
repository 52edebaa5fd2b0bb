import { readPort } from './addressTokens'
import type { SectionFacts } from './sectionFacts'
import { codecOf, hasDataChannels, isRtp } from './sectionFacts'
import type { Span } from './spans'
import { split } from './spans'
import { payloadRule } from './staticPayloads'
import type { Meaning, SdpToken, TokenReader } from './token'
import { token } from './token'

const KINDS = new Map<string, Meaning>([
  ['audio', 'media.audio'],
  ['video', 'media.video'],
  ['text', 'media.text'],
  ['image', 'media.image'],
  ['message', 'media.message'],
])

/**
 * Protocols by name (RFC 8866 §8.2.2 and the registry); browsers also accept the old names of RTP (RFC 9429 §5.1.2).
 */
const PROTOCOLS: readonly (readonly [name: RegExp, meaning: Meaning])[] = [
  [/^UDP\/TLS\/RTP\/SAVPF$/, 'proto.savpf'],
  [/^UDP\/TLS\/RTP\/SAVP$/, 'proto.savp'],
  [/^TCP\/(?:TLS|DTLS)\/RTP\/SAVPF?$/, 'proto.rtp-tcp'],
  [/^RTP\/SAVPF$/, 'proto.old-savpf'],
  [/^RTP\/SAVP$/, 'proto.old-savp'],
  [/^RTP\/AVPF$/, 'proto.avpf'],
  [/^RTP\/AVP$/, 'proto.avp'],
  [/^UDP\/DTLS\/SCTP$/, 'proto.sctp'],
  [/^TCP\/DTLS\/SCTP$/, 'proto.tcp'],
  [/^DTLS\/SCTP$/, 'proto.old-sctp'],
  [/^(?:UDP|TCP)(?:\/\w+)?\/BFCP$/, 'proto.bfcp'],
  [/^TCP(?:\/TLS)?\/MSRP$/, 'proto.msrp'],
  [/^TCP(?:\/TLS)?\/MRCPv2$/, 'proto.mrcp'],
  [/^(?:UDP\/TLS\/)?UDPTL$/i, 'proto.fax'],
  [/^(?:UDP|TCP)$/i, 'proto.bare'],
]

/** `audio 9 UDP/TLS/RTP/SAVPF 111 63` (RFC 8866 §5.14). */
export const readMedia: TokenReader = ({ value, section }) => {
  const [kind, port, protocol, ...formats] = split(value, ' ')
  const tokens: SdpToken[] = []
  if (kind !== undefined) tokens.push(token(kind, kindMeaning(kind.text, section)))
  if (port !== undefined) tokens.push(...readPort(port, section))
  if (protocol !== undefined) tokens.push(token(protocol, protocolMeaning(protocol.text)))
  return [...tokens, ...formats.map((format, at) => readFormat(format, at, section))]
}

function kindMeaning(kind: string, section: SectionFacts): Meaning {
  if (kind !== 'application') return KINDS.get(kind) ?? 'media.other'
  if (hasDataChannels(section)) return 'media.application'
  return isRtp(section) ? 'media.application-rtp' : 'media.application-other'
}

function protocolMeaning(name: string): Meaning {
  return PROTOCOLS.find(([pattern]) => pattern.test(name))?.[1] ?? 'proto.other'
}

function readFormat(format: Span, at: number, section: SectionFacts): SdpToken {
  const pt = format.text
  if (pt === 'webrtc-datachannel') return token(format, 'format.data')
  if (isRtp(section)) return readPayloadType(format, at, section)
  if (hasDataChannels(section)) return token(format, /^\d{1,5}$/.test(pt) ? 'sctp.port' : 'format.name')
  if (pt === '*') return token(format, 'format.none')
  // If the protocol is not known, numbers are still payload types if the section declares them.
  return section.codecs.has(pt) ? readPayloadType(format, at, section) : token(format, 'format.name')
}

function readPayloadType(format: Span, at: number, section: SectionFacts): SdpToken {
  const pt = format.text
  if (payloadRule(pt) === 'invalid') return token(format, 'payload.invalid')
  const apt = section.repeats.get(pt)
  if (apt !== undefined) {
    const codec = codecOf(section, apt)
    return codec === null
      ? token(format, 'format.rtx-unknown', { pt, apt })
      : token(format, 'format.rtx', { pt, apt, codec })
  }
  const codec = codecOf(section, pt)
  return codec === null
    ? token(format, 'format.undeclared', { pt })
    : token(format, 'format.codec', { pt, codec, n: at + 1 })
}
