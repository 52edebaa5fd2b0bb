import { hasDataChannels, factsAt, isRtp, readFacts } from './sectionFacts'
import type { SectionFacts } from './sectionFacts'
import { readParameters } from './parameters'
import { payloadRule } from './staticPayloads'
import { toSections } from './lines'
import type { SdpLine, SdpSection } from './lines'

/** A codec of a section under one of its payload types. */
export interface CodecOutline {
  payload: string
  /** As written; `PT 96` if the section does not name it. */
  name: string
  /** Clock rate and channels, if declared: `48000/2`. */
  rate: string
  /** Identifies the codec by name and rate, without parameters. */
  key: string
  parameters: ReadonlyMap<string, string>
}

/** The outline of one media section. */
export interface SectionOutline {
  media: string
  mid: string
  port: string
  /** Whether the port is 0 without being bundle-only: then nothing else in the section counts. */
  isRejected: boolean
  /** Its own direction, or that of the session part, or `sendrecv` (RFC 8866 §6.7). */
  direction: string
  hasDataChannels: boolean
  /** Its codecs, best first, without those that only repair another (rtx). */
  codecs: CodecOutline[]
  extensions: string[]
  candidatePorts: ReadonlySet<string>
}

/** The outline of a description: two outlines are compared in words. */
export interface SdpOutline {
  session: string | null
  version: string | null
  setup: string | null
  ufrag: string | null
  fingerprint: string | null
  bundle: string[]
  candidates: string[]
  sections: SectionOutline[]
}

/** Reads a description's outline. Never throws: what is missing becomes null or empty. */
export function outlineOf(lines: readonly SdpLine[]): SdpOutline {
  const [, session, version] = first(lines, /^o=\S+ (\S+) (\S+)/) ?? []
  const facts = readFacts(lines)
  const sections = toSections(lines)
  const direction = directionOf(sections.find(({ index }) => index === 0)?.lines ?? [])
  return {
    session: session ?? null,
    version: version ?? null,
    setup: first(lines, /^a=setup:(\S+)/)?.[1] ?? null,
    ufrag: first(lines, /^a=ice-ufrag:(\S+)/)?.[1] ?? null,
    fingerprint: first(lines, /^a=fingerprint:(.+)/)?.[1] ?? null,
    bundle: wordsOf(first(lines, /^a=group:BUNDLE (.+)/)?.[1] ?? ''),
    candidates: lines.flatMap(({ text }) => (text.startsWith('a=candidate:') ? [text] : [])),
    sections: sections
      .filter(({ index }) => index > 0)
      .map((section) =>
        outlineSection(section, factsAt(facts, { section: section.index }), direction ?? 'sendrecv'),
      ),
  }
}

function outlineSection(
  { lines, media, mid, index }: SdpSection,
  facts: SectionFacts,
  inherited: string,
): SectionOutline {
  const [, port = ''] = first(lines, /^m=\S+ (\S+)/) ?? []
  const isWaiting = lines.some(({ text }) => text === 'a=bundle-only')
  return {
    media: media ?? '',
    mid: mid ?? `– (m= ${String(index)})`,
    port,
    isRejected: port === '0' && !isWaiting && !facts.isRtsp,
    direction: directionOf(lines) ?? inherited,
    hasDataChannels: hasDataChannels(facts),
    codecs: isRtp(facts) || media === 'audio' || media === 'video' ? codecsOf(lines, facts) : [],
    extensions: lines.flatMap(({ text }) => extensionOf(text)),
    candidatePorts: facts.ports,
  }
}

function codecsOf(lines: readonly SdpLine[], facts: SectionFacts): CodecOutline[] {
  const texts = new Map<string, string>()
  for (const { text } of lines) {
    const [, payload, value] = /^a=fmtp:(\d+) +(.*)/.exec(text) ?? []
    if (payload === undefined || value === undefined) continue
    texts.set(payload, [texts.get(payload) ?? '', value].join(';'))
  }
  return [...facts.formats]
    .filter((payload) => payloadRule(payload) !== 'invalid' && !facts.repeats.has(payload))
    .flatMap((payload) => {
      const encoding = facts.codecs.get(payload)
      const parameters = readParameters(texts.get(payload) ?? '', encoding?.name ?? '', facts)
      if (encoding === undefined) {
        return [{ payload, name: `PT ${payload}`, rate: '', key: `pt ${payload}`, parameters }]
      }
      const { name, clock, channels } = encoding
      const rate = channels === '1' ? clock : `${clock}/${channels}`
      return name.toLowerCase() === 'rtx'
        ? []
        : [{ payload, name, rate, key: `${name.toLowerCase()}/${rate}`, parameters }]
    })
}

function directionOf(lines: readonly SdpLine[]): string | undefined {
  return first(lines, /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/)?.[1]
}

/** The URI of an extension; after `encrypt` it is the second one. */
function extensionOf(text: string): string[] {
  const [, words] = /^a=extmap:\S+ (.+)/.exec(text) ?? []
  if (words === undefined) return []
  const [uri = '', named = ''] = wordsOf(words)
  return [uri.endsWith(':encrypt') ? `${uri} ${named}` : uri]
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}

function first(lines: readonly SdpLine[], pattern: RegExp): RegExpExecArray | undefined {
  for (const { text } of lines) {
    const found = pattern.exec(text)
    if (found !== null) return found
  }
  return undefined
}
