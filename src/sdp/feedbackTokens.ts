import { readPayload } from './mediaTokens'
import type { Span } from './spans'
import { join, split } from './spans'
import type { Meaning, SdpToken, TokenReader } from './token'
import { token } from './token'

/** The registry of rtcp-fb values (RFC 4585 §4.2 and later RFCs), then unregistered values that ends write. */
const FEEDBACK = new Map<string, Meaning>([
  ['nack', 'fb.nack'],
  ['nack pli', 'fb.pli'],
  ['nack sli', 'fb.sli'],
  ['nack rpsi', 'fb.rpsi'],
  ['nack app', 'fb.app'],
  ['nack ecn', 'fb.ecn'],
  ['nack rai', 'fb.rai'],
  ['nack tllei', 'fb.third-party'],
  ['nack pslei', 'fb.third-party'],
  ['ack rpsi', 'fb.ack-rpsi'],
  ['ack app', 'fb.app'],
  ['ack ccfb', 'fb.ccfb'],
  ['ccm fir', 'fb.fir'],
  ['ccm tmmbr', 'fb.tmmbr'],
  ['ccm tstr', 'fb.tstr'],
  ['ccm vbcm', 'fb.vbcm'],
  ['ccm pause', 'fb.pause'],
  ['ccm lrr', 'fb.lrr'],
  ['ccm 3gpp-roi-arbitrary', 'fb.roi'],
  ['ccm 3gpp-roi-predefined', 'fb.roi'],
  ['3gpp-roi-arbitrary', 'fb.roi'],
  ['3gpp-roi-predefined', 'fb.roi'],
  ['3gpp-anbr', 'fb.3gpp'],
  ['3gpp-delay-budget', 'fb.3gpp'],
  ['app', 'fb.app'],
  ['goog-remb', 'fb.remb'],
  ['goog-lntf', 'fb.lntf'],
  ['transport-cc', 'fb.twcc'],
  ['rrtr', 'fb.rrtr'],
  ['x-message app', 'fb.microsoft'],
])
const OTHERS = new Map<string, Meaning>([
  ['nack', 'fb.nack-other'],
  ['ack', 'fb.ack-other'],
  ['ccm', 'fb.ccm-other'],
  ['trr-int', 'fb.trr-bad'],
])

/** `96 nack pli` (RFC 4585 §4.2). */
export const readFeedback: TokenReader = ({ line, value, section }) => {
  const [payload, first, ...rest] = split(value, ' ')
  if (payload === undefined) return []
  const kind = first === undefined ? token(payload, 'fb.missing') : readKind(line, [first, ...rest])
  return first === undefined ? [kind] : [readPayload(payload, section), kind]
}

/** Parameters may follow: `ccm tmmbr smaxpr=120` (RFC 5104 §7.1). */
function readKind(line: string, words: readonly [Span, ...Span[]]): SdpToken {
  const [first, second] = words
  const span = join(line, first, words.at(-1) ?? first)
  const [, n] = /^trr-int (\d+)$/.exec(words.map(({ text }) => text).join(' ')) ?? []
  if (n !== undefined) return token(span, 'fb.trr', { n })
  const pair = second === undefined ? undefined : FEEDBACK.get(`${first.text} ${second.text}`)
  const alone = second === undefined || !OTHERS.has(first.text) ? FEEDBACK.get(first.text) : undefined
  return token(span, pair ?? alone ?? OTHERS.get(first.text) ?? 'fb.other')
}
