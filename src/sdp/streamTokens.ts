import { join, split } from './spans'
import type { Span } from './spans'
import { hasDataChannels } from './sectionFacts'
import type { Meaning, SdpToken, TokenReader } from './token'
import { token } from './token'

const SOURCE_ATTRIBUTES = new Map<string, Meaning>([
  ['cname', 'ssrc.cname'],
  ['msid', 'ssrc.msid'],
  ['mslabel', 'ssrc.label'],
  ['label', 'ssrc.label'],
  ['previous-ssrc', 'ssrc.previous'],
  ['fmtp', 'ssrc.fmtp'],
  ['name', 'ssrc.jitsi'],
  ['videoType', 'ssrc.jitsi'],
])

/** `3878891038 cname:A4Uno` (RFC 5576 §4.1). */
export const readSsrc: TokenReader = ({ line, value }) => {
  const [source, first, ...rest] = split(value, ' ')
  if (source === undefined) return []
  const tokens = [token(source, isNumber(source) ? 'ssrc' : 'malformed')]
  if (first === undefined) return tokens
  const attribute = join(line, first, rest.at(-1) ?? first)
  return [...tokens, token(attribute, SOURCE_ATTRIBUTES.get(first.text.split(':')[0] ?? '') ?? 'ssrc.other')]
}

const SEMANTICS = new Map<string, Meaning>([
  ['FID', 'ssrc-group.fid'],
  ['SIM', 'ssrc-group.sim'],
  ['FEC', 'ssrc-group.fec'],
  ['FEC-FR', 'ssrc-group.fec'],
  ['DUP', 'ssrc-group.dup'],
])

/** `FID 4118161221 2250956966` (RFC 5576 §4.2). */
export const readSsrcGroup: TokenReader = ({ value }) => {
  const [semantics, ...sources] = split(value, ' ')
  if (semantics === undefined) return []
  const meaning = SEMANTICS.get(semantics.text) ?? 'ssrc-group.other'
  return [
    token(semantics, meaning),
    ...sources.map((source, at) => {
      if (!isNumber(source)) return token(source, 'malformed')
      if (meaning === 'ssrc-group.sim' || meaning === 'ssrc-group.other') return token(source, 'ssrc')
      return token(source, at === 0 ? 'ssrc-group.first' : 'ssrc-group.second')
    }),
  ]
}

function isNumber({ text }: Span): boolean {
  return /^\d+$/.test(text)
}

/** `<stream id> <track id>` (RFC 8830 §2). */
export const readMsid: TokenReader = ({ value }) =>
  split(value, ' ').map((word, at) => {
    if (at === 0) return token(word, word.text === '-' ? 'msid.none' : 'msid.stream')
    return token(word, at === 1 ? 'msid.track' : 'malformed')
  })

const RID_DIRECTIONS = new Map<string, Meaning>([
  ['send', 'rid.send'],
  ['recv', 'rid.recv'],
])

/** `q send max-width=1280` (RFC 8851 §4). */
export const readRid: TokenReader = ({ value }) => {
  const [name, direction, ...limits] = split(value, ' ')
  const tokens: SdpToken[] = []
  if (name !== undefined) tokens.push(token(name, 'rid.name'))
  if (direction !== undefined)
    tokens.push(token(direction, RID_DIRECTIONS.get(direction.text) ?? 'malformed'))
  return [...tokens, ...limits.flatMap((limit) => split(limit, ';')).map(readRestriction)]
}

/** `pt=97,98`, `depend=0` or a limit such as `max-width=1280` (RFC 8851 §5). */
function readRestriction(word: Span): SdpToken {
  const [, name, v = ''] = /^([^=]*)=?(.*)$/s.exec(word.text) ?? []
  if (name === 'pt') return token(word, 'rid.pt', { v: v.replaceAll(',', ', ') })
  if (name === 'depend') return token(word, 'rid.depend', { v: v.replaceAll(',', ', ') })
  return token(word, name?.startsWith('max-') === true ? 'rid.limit' : 'rid.other')
}

/** `send q;h;~f recv a,b`: a semicolon separates streams, a comma forms of the same stream (RFC 8853 §5.1). */
export const readSimulcast: TokenReader = ({ value }) =>
  split(value, ' ').flatMap((word) => {
    if (word.text === 'send') return [token(word, 'simulcast.send')]
    if (word.text === 'recv') return [token(word, 'simulcast.recv')]
    if (/^(?:rid|pt)=/.test(word.text)) return [token(word, 'simulcast.old')]
    return split(word, ';').flatMap((stream) => {
      const forms = split(stream, ',')
      return forms.map((form) => token(form, forms.length > 1 ? 'simulcast.alternative' : 'simulcast.layer'))
    })
  })

const DIRECTIONS = new Map<string, Meaning>([
  ['sendrecv', 'direction.sendrecv'],
  ['sendonly', 'direction.sendonly'],
  ['recvonly', 'direction.recvonly'],
  ['inactive', 'direction.inactive'],
])

/** `sendrecv`: the name of the attribute is its value. */
export const readDirection: TokenReader = ({ line, section }) => {
  const word = { start: 2, text: line.slice(2) }
  return [
    token(word, hasDataChannels(section) ? 'direction.data' : (DIRECTIONS.get(word.text) ?? 'malformed')),
  ]
}

/** The name of a section. */
export const readMid: TokenReader = ({ value }) => [token(value, 'mid', { mid: value.text })]
