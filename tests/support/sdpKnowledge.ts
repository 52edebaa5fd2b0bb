import en from '../../lessons/sdp/en.json' with { type: 'json' }
import zh from '../../lessons/sdp/zh.json' with { type: 'json' }
import { readFacts } from '../../src/sdp/sectionFacts'
import { lexLine } from '../../src/sdp/lexLine'
import { lineKind } from '../../src/sdp/lineKind'
import { readLines } from '../../src/sdp/lines'
import type { SdpLine } from '../../src/sdp/lines'
import type { Meaning, SdpToken } from '../../src/sdp/token'

/** The meanings of a part that breaks the grammar, or that neither a registry nor this app knows. */
export const UNKNOWN: ReadonlySet<Meaning> = new Set<Meaning>([
  ...(['malformed', 'version.other', 'net.net-other', 'net.family-other', 'bandwidth.other'] as const),
  ...(['media.other', 'proto.other', 'port.bad', 'group.other', 'group.missing', 'wms.other'] as const),
  ...([
    'option.other',
    'option.comma',
    'fingerprint.size',
    'ufrag.short',
    'pwd.short',
    'xr.other',
    'rid.other',
  ] as const),
  ...(['candidate.malformed', 'candidate.transport-other', 'candidate.type-other'] as const),
  ...(['candidate.bad-foundation', 'candidate.bad-component', 'candidate.bad-priority'] as const),
  ...(['candidate.bad-address', 'candidate.bad-port', 'candidate.tcptype-other'] as const),
  ...(['candidate.tcptype-udp', 'candidate.extension-other', 'candidate.half'] as const),
  ...(['ssrc.other', 'ssrc-group.other', 'payload.invalid', 'payload.unknown'] as const),
  ...(['payload.nameless', 'payload.undeclared', 'format.undeclared', 'codec.other'] as const),
  ...(['param.other', 'h264.profile-bad', 'extmap.bad', 'ext.bad', 'ext.other'] as const),
  ...(['ext.ietf-other', 'ext.google-other', 'fb.other', 'fb.missing', 'fb.trr-bad'] as const),
  ...(['fb.nack-other', 'fb.ack-other', 'fb.ccm-other'] as const),
])

/** Everything in a description that the notes cannot explain, as sentences; empty if all is known. */
export function unexplained(sdp: string): string[] {
  const lines = readLines(sdp)
  const facts = readFacts(lines)
  return lines.flatMap((line) => complaints(line, lexLine(line, facts)))
}

function complaints(line: SdpLine, tokens: readonly SdpToken[]): string[] {
  const kind = lineKind(line)
  if (kind === null) return [`unknown kind: ${line.text}`]
  const found: string[] = []
  for (const { lines } of [zh, en]) if (lines[kind] === '') found.push(`no note on ${kind}`)
  if (tokens.length === 0) found.push(`no token: ${line.text}`)
  for (const { text, meaning, values } of tokens) {
    if (UNKNOWN.has(meaning)) found.push(`“${text}” of ${line.text}`)
    else
      for (const { tokens: words } of [zh, en])
        for (const [, place = ''] of words[meaning].matchAll(/\{(\w+)\}/g))
          if (values?.[place] === undefined) found.push(`{${place}} of ${meaning}: ${line.text}`)
  }
  const rest = tokens.reduceRight(
    (text, token) => text.slice(0, token.start) + text.slice(token.start + token.text.length),
    line.text,
  )
  if (!/^[a-z]=(?:[\w-]+:)?[ ;/:,]*$/.test(rest)) found.push(`left over “${rest}” of ${line.text}`)
  return found
}
