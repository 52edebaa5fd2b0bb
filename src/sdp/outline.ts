import { codecOf, factsAt, readFacts } from './facts'
import type { SectionFacts } from './facts'
import { toSections } from './lines'
import type { SdpLine, SdpSection } from './lines'

/** What one media section comes to. */
export interface SectionOutline {
  media: string
  mid: string
  port: string
  direction: string
  /** Its codecs, best first; what only repairs another (rtx) is left out. `key` tells apart what differs in parameters. */
  codecs: { name: string; key: string }[]
  extensions: string[]
}

/** What a description comes to: what two of them are compared by in words. */
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

/** Reads a description's outline. Never throws: what is missing is null or empty. */
export function outlineOf(lines: readonly SdpLine[]): SdpOutline {
  const [, session, version] = first(lines, /^o=\S+ (\S+) (\S+)/) ?? []
  const facts = readFacts(lines)
  return {
    session: session ?? null,
    version: version ?? null,
    setup: first(lines, /^a=setup:(\S+)/)?.[1] ?? null,
    ufrag: first(lines, /^a=ice-ufrag:(\S+)/)?.[1] ?? null,
    fingerprint: first(lines, /^a=fingerprint:(.+)/)?.[1] ?? null,
    bundle: first(lines, /^a=group:BUNDLE (.+)/)?.[1]?.split(' ') ?? [],
    candidates: lines.flatMap(({ text }) => (text.startsWith('a=candidate:') ? [text] : [])),
    sections: toSections(lines)
      .filter(({ index }) => index > 0)
      .map((section) => outlineSection(section, factsAt(facts, { section: section.index }))),
  }
}

function outlineSection({ lines, media, mid, index }: SdpSection, facts: SectionFacts): SectionOutline {
  const [, port, formats = ''] = first(lines, /^m=\S+ (\S+) \S+ ?(.*)/) ?? []
  const parameters = new Map(lines.flatMap(({ text }) => pairOf(/^a=fmtp:(\d+) (.*)/, text)))
  return {
    media: media ?? '',
    mid: mid ?? String(index - 1),
    port: port ?? '',
    direction: first(lines, /^a=(sendrecv|sendonly|recvonly|inactive)$/)?.[1] ?? 'sendrecv',
    codecs:
      media === 'application'
        ? []
        : formats
            .split(' ')
            .filter((payload) => payload !== '' && !facts.repeats.has(payload))
            .map((payload) => {
              const name = codecOf(facts, payload)
              return {
                name,
                key: [name, ...(parameters.get(payload)?.split(';').toSorted() ?? [])].join(';'),
              }
            }),
    extensions: lines.flatMap(({ text }) => pairOf(/^a=extmap:(\S+) (\S+)/, text).map(([, uri]) => uri)),
  }
}

function first(lines: readonly SdpLine[], pattern: RegExp): RegExpExecArray | undefined {
  for (const { text } of lines) {
    const found = pattern.exec(text)
    if (found !== null) return found
  }
  return undefined
}

function pairOf(pattern: RegExp, text: string): [string, string][] {
  const [, name, value] = pattern.exec(text) ?? []
  return name === undefined || value === undefined ? [] : [[name, value]]
}
