import { toSections } from './lines'
import type { SdpLine, SdpSection } from './lines'

/** What one section says about its payload types; the lines of the section are read in this light. */
export interface SectionFacts {
  media: string | null
  mid: string | null
  /** Codec names by payload type; the fixed numbers of RFC 3551 need no line of their own. */
  codecs: ReadonlyMap<string, string>
  /** For each retransmission payload type, the one it repeats (RFC 4588). */
  repeats: ReadonlyMap<string, string>
}

/** What a whole description says, as far as its lines refer to each other. */
export interface SdpFacts {
  sections: ReadonlyMap<number, SectionFacts>
  /** Kind of media by mid. */
  mids: ReadonlyMap<string, string>
}

const STATIC_CODECS = { 0: 'PCMU', 3: 'GSM', 8: 'PCMA', 9: 'G722', 13: 'CN' }
const NO_SECTION: SectionFacts = { media: null, mid: null, codecs: new Map(), repeats: new Map() }

/** Reads what lines need to know of other lines. Never throws. */
export function readFacts(lines: readonly SdpLine[]): SdpFacts {
  const sections = toSections(lines)
  return {
    sections: new Map(sections.map((section) => [section.index, factsOf(section)])),
    mids: new Map(sections.flatMap(({ mid, media }) => (mid === null ? [] : [[mid, media ?? '']]))),
  }
}

/** The facts of the section a line stands in. */
export function factsAt({ sections }: SdpFacts, line: Pick<SdpLine, 'section'>): SectionFacts {
  return sections.get(line.section) ?? NO_SECTION
}

/** `VP8`; for a payload type without a name its number. */
export function codecOf({ codecs }: SectionFacts, payload: string): string {
  return codecs.get(payload) ?? payload
}

function factsOf({ media, mid, lines }: SdpSection): SectionFacts {
  const codecs = new Map<string, string>(Object.entries(STATIC_CODECS))
  const repeats = new Map<string, string>()
  for (const { text } of lines) {
    const [, payload, codec] = /^a=rtpmap:(\d+) ([^/\s]+)/.exec(text) ?? []
    if (payload !== undefined && codec !== undefined) codecs.set(payload, codec)
    const [, repair, repaired] = /^a=fmtp:(\d+) (?:.*;)?\s*apt=(\d+)/.exec(text) ?? []
    if (repair !== undefined && repaired !== undefined) repeats.set(repair, repaired)
  }
  return { media, mid, codecs, repeats }
}
