import { parseCandidate } from '../ice/candidate'
import { toSections } from './lines'
import type { SdpLine, SdpSection } from './lines'
import { readEncoding, staticEncodings } from './staticPayloads'
import type { Encoding } from './staticPayloads'

/** The facts about one section; the lines of the section are read with them. */
export interface SectionFacts {
  media: string | null
  mid: string | null
  /** `UDP/TLS/RTP/SAVPF`; empty in the session part. */
  protocol: string
  /** The formats of the m= line: payload types for RTP. */
  formats: ReadonlySet<string>
  /** Codecs by payload type; those with a fixed number in RFC 3551 need no line. */
  codecs: ReadonlyMap<string, Encoding>
  /** For each retransmission payload type, the one that it repeats (RFC 4588). */
  repeats: ReadonlyMap<string, string>
  /** Whether the section uses ICE: then media is not sent to the address in m= and c=. */
  hasIce: boolean
  /** Addresses and ports of its candidates; the m= and c= lines may repeat one. */
  addresses: ReadonlySet<string>
  ports: ReadonlySet<string>
  /** Whether RTSP negotiates the ports later. */
  isRtsp: boolean
}

/** The facts about a whole description, as far as its lines refer to each other. */
export interface SdpFacts {
  sections: ReadonlyMap<number, SectionFacts>
  /** Kind of media by mid. */
  mids: ReadonlyMap<string, string>
}

/** Reads what lines need to know about other lines. Never throws. */
export function readFacts(lines: readonly SdpLine[]): SdpFacts {
  const sections = toSections(lines)
  const session = sections.find(({ index }) => index === 0)?.lines ?? []
  const inherited = { hasIce: usesIce(session), isRtsp: usesRtsp(session) }
  const facts = new Map(sections.map((section) => [section.index, factsOf(section, inherited)]))
  const whole = facts.get(0)
  if (whole !== undefined) facts.set(0, { ...whole, ...joinSections([...facts.values()]) })
  return {
    sections: facts,
    mids: new Map(sections.flatMap(({ mid, media }) => (mid === null ? [] : [[mid, media ?? '']]))),
  }
}

/** Lines of the session part apply to all sections. */
function joinSections(
  sections: readonly SectionFacts[],
): Pick<SectionFacts, 'hasIce' | 'addresses' | 'ports'> {
  return {
    hasIce: sections.some(({ hasIce }) => hasIce),
    addresses: new Set(sections.flatMap(({ addresses }) => [...addresses])),
    ports: new Set(sections.flatMap(({ ports }) => [...ports])),
  }
}

/** The facts of the section that contains a line. */
export function factsAt({ sections }: SdpFacts, line: Pick<SdpLine, 'section'>): SectionFacts {
  return sections.get(line.section) ?? NO_SECTION
}

/** `VP8`; null if the section does not name the payload type. */
export function codecOf({ codecs }: SectionFacts, payload: string): string | null {
  return codecs.get(payload)?.name ?? null
}

/** Whether the section is for data channels: `application` may also be BFCP, or metadata over RTP. */
export function hasDataChannels({ media, protocol }: Pick<SectionFacts, 'media' | 'protocol'>): boolean {
  return media === 'application' && protocol.includes('SCTP')
}

/** Whether the formats of the m= line are payload types. */
export function isRtp({ protocol }: Pick<SectionFacts, 'protocol'>): boolean {
  return /(?:^|\/)RTP(?:\/|$)/.test(protocol)
}

type Inherited = Pick<SectionFacts, 'hasIce' | 'isRtsp'>

function usesIce(lines: readonly SdpLine[]): boolean {
  return lines.some(
    ({ text }) =>
      /^a=ice-(?:ufrag|pwd|lite)/.test(text) ||
      (text.startsWith('a=candidate:') && parseCandidate(text) !== null),
  )
}

function usesRtsp(lines: readonly SdpLine[]): boolean {
  return lines.some(({ text }) => text.startsWith('a=control:'))
}

function factsOf({ media, mid, lines }: SdpSection, inherited: Inherited): SectionFacts {
  const [, protocol = '', formats = ''] = /^m=\S+ +\S+ +(\S+)(.*)/.exec(lines[0]?.text ?? '') ?? []
  const codecs = new Map(staticEncodings(media))
  const repeats = new Map<string, string>()
  const addresses = new Set<string>()
  const ports = new Set<string>()
  for (const { text } of lines) {
    const [, payload, encoding] = /^a=rtpmap:(\d+) +(\S+)/.exec(text) ?? []
    if (payload !== undefined && encoding !== undefined) codecs.set(payload, readEncoding(encoding))
    const [, repair, repaired] = /^a=fmtp:(\d+) (?:.*;)?\s*apt=(\d+)/.exec(text) ?? []
    if (repair !== undefined && repaired !== undefined) repeats.set(repair, repaired)
    const candidate = text.startsWith('a=candidate:') ? parseCandidate(text) : null
    if (candidate === null) continue
    addresses.add(candidate.address)
    ports.add(String(candidate.port))
  }
  return {
    media,
    mid,
    protocol,
    formats: new Set(formats.split(' ').filter((format) => format !== '')),
    codecs,
    repeats,
    hasIce: inherited.hasIce || addresses.size > 0 || usesIce(lines),
    addresses,
    ports,
    isRtsp: inherited.isRtsp || usesRtsp(lines),
  }
}

const NO_SECTION = factsOf({ index: 0, media: null, mid: null, lines: [] }, { hasIce: false, isRtsp: false })
