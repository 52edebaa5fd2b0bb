import type { Span } from './spans'
import { split } from './spans'
import type { Meaning, SdpToken, TokenReader } from './token'
import { inTurn, token } from './token'

/** `- 7038664695729714205 2 IN IP4 127.0.0.1` (RFC 8866 §5.2). */
export const readOrigin: TokenReader = ({ value }) => {
  const [user, id, version, ...address] = split(value, ' ')
  const isFirefox = user?.text.startsWith('mozilla') === true
  const first = [user, id, version].filter((word) => word !== undefined)
  return [
    ...inTurn(first, isFirefox ? 'origin.firefox' : 'origin.user', 'origin.id', 'origin.version'),
    ...readAddress(address),
  ]
}

/** `IN IP4 0.0.0.0` (RFC 8866 §5.7). */
export const readConnection: TokenReader = ({ value }) => readAddress(split(value, ' '))

/** `9 IN IP4 0.0.0.0` (RFC 3605). */
export const readRtcp: TokenReader = ({ value }) => {
  const [port, ...address] = split(value, ' ')
  return [...(port === undefined ? [] : [readPort(port)]), ...readAddress(address)]
}

const PLACEHOLDERS = ['0.0.0.0', '127.0.0.1', '::', '::1']

function readAddress([net, family, ...rest]: Span[]): SdpToken[] {
  const tokens: SdpToken[] = []
  if (net !== undefined) tokens.push(token(net, net.text === 'IN' ? 'net.in' : null))
  if (family !== undefined) tokens.push(token(family, FAMILIES.get(family.text)))
  for (const [at, word] of rest.entries()) {
    const meaning = PLACEHOLDERS.includes(word.text) ? 'net.placeholder' : 'net.address'
    tokens.push(token(word, at === 0 ? meaning : null))
  }
  return tokens
}

const FAMILIES = new Map<string, Meaning>([
  ['IP4', 'net.ip4'],
  ['IP6', 'net.ip6'],
])

/** The port of an m= or rtcp line: a placeholder, a refusal, or that of the default candidate. */
export function readPort(word: Span): SdpToken {
  if (!/^\d+$/.test(word.text)) return token(word, null)
  if (word.text === '0') return token(word, 'port.zero')
  return token(word, word.text === '9' ? 'port.placeholder' : 'port.real')
}

/** `-`, the name no browser gives. */
export const readName: TokenReader = ({ value }) => [token(value, value.text === '-' ? 'name.none' : 'text')]

/** `0 0` (RFC 8866 §5.9). */
export const readTime: TokenReader = ({ value }) => inTurn(split(value, ' '), 'time.start', 'time.stop')

const CEILINGS = new Map<string, Meaning>([
  ['AS', 'bandwidth.as'],
  ['CT', 'bandwidth.ct'],
  ['TIAS', 'bandwidth.tias'],
])

/** `AS:512` (RFC 8866 §5.8, RFC 3890). */
export const readBandwidth: TokenReader = ({ value }) => {
  const [type, ...rest] = split(value, ':')
  return [
    ...(type === undefined ? [] : [token(type, CEILINGS.get(type.text))]),
    ...rest.map((word) => token(word, 'number')),
  ]
}

/** `BUNDLE 0 1` (RFC 9143 §7.2: the first mid is the tagged one). */
export const readGroup: TokenReader = ({ value, facts }) => {
  const [semantics, ...mids] = split(value, ' ')
  if (semantics === undefined) return []
  const isBundle = semantics.text === 'BUNDLE'
  const name = isBundle ? 'group.bundle' : semantics.text === 'LS' ? 'group.ls' : 'group.other'
  return [
    token(semantics, name),
    ...mids.map((mid, at) =>
      token(mid, at === 0 && isBundle ? 'group.tag' : 'group.mid', {
        mid: mid.text,
        media: facts.mids.get(mid.text) ?? '?',
      }),
    ),
  ]
}

/** ` WMS *`: Chromium leaves a space before the word. */
export const readSemantic: TokenReader = ({ value }) =>
  split(value, ' ').map((word, at) =>
    token(word, at > 0 ? (word.text === '*' ? 'wms.all' : 'wms.stream') : word.text === 'WMS' ? 'wms' : null),
  )

/** Text for people, or a value that is one number. */
export const readText: TokenReader = ({ value }) => (value.text === '' ? [] : [token(value, 'text')])

/** One number, such as the port of SCTP. */
export function readNumber(meaning: Meaning, zero: Meaning = meaning): TokenReader {
  return ({ value }) =>
    split(value, ' ').map((word, at) => {
      const isNumber = at === 0 && /^[\d.]+$/.test(word.text)
      return token(word, isNumber ? (word.text === '0' ? zero : meaning) : null, { n: word.text })
    })
}
