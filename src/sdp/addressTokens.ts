import { addressKind } from '../ice/address'
import type { SectionFacts } from './sectionFacts'
import type { Span } from './spans'
import { split } from './spans'
import type { Meaning, SdpToken, TokenReader } from './token'
import { token } from './token'

/** `- 7038664695729714205 2 IN IP4 127.0.0.1` (RFC 8866 §5.2). */
export const readOrigin: TokenReader = ({ value }) => {
  const [user, id, version, ...address] = split(value, ' ')
  const tokens: SdpToken[] = []
  const isFirefox = user?.text.startsWith('mozilla') === true
  if (user !== undefined) tokens.push(token(user, isFirefox ? 'origin.firefox' : 'origin.user'))
  if (id !== undefined) tokens.push(token(id, isNumber(id) ? 'origin.id' : 'malformed'))
  if (version !== undefined) tokens.push(token(version, isNumber(version) ? 'origin.version' : 'malformed'))
  return [...tokens, ...readAddress(address, ({ text }) => (isPlaceholder(text) ? 'net.placeholder' : 'origin.address'))] // prettier-ignore
}

/** `IN IP4 0.0.0.0` (RFC 8866 §5.7). */
export const readConnection: TokenReader = ({ value, section }) =>
  readAddress(split(value, ' '), ({ text }) => destination(text, section))

/** `9 IN IP4 0.0.0.0` (RFC 3605). */
export const readRtcp: TokenReader = ({ value, section }) => {
  const [port, ...address] = split(value, ' ')
  const tokens = port === undefined ? [] : [readRtcpPort(port, section)]
  return [...tokens, ...readAddress(address, ({ text }) => destination(text, section))]
}

const FAMILIES = new Map<string, Meaning>([
  ['IP4', 'net.ip4'],
  ['IP6', 'net.ip6'],
])

function readAddress([net, family, ...rest]: Span[], meaningOf: (word: Span) => Meaning): SdpToken[] {
  const tokens: SdpToken[] = []
  if (net !== undefined) tokens.push(token(net, net.text === 'IN' ? 'net.in' : 'net.net-other'))
  if (family !== undefined) tokens.push(token(family, FAMILIES.get(family.text) ?? 'net.family-other'))
  return [...tokens, ...rest.map((word, at) => token(word, at === 0 ? meaningOf(word) : 'malformed'))]
}

/** The purpose of an address in a c= line: without ICE media is sent there, with ICE it is ignored. */
function destination(text: string, { hasIce, addresses }: SectionFacts): Meaning {
  if (addresses.has(text)) return 'net.address'
  if (hasIce) return isPlaceholder(text) ? 'net.placeholder' : 'net.other'
  if (addressKind(text) === 'none') return 'net.hold'
  return isMulticast(text) ? 'net.multicast' : 'net.destination'
}

function isPlaceholder(text: string): boolean {
  return addressKind(text) === 'none' || text === '127.0.0.1' || text === '::1'
}

/** 224.0.0.0 to 239.255.255.255, and ff00::/8. */
function isMulticast(text: string): boolean {
  return /^(?:22[4-9]|23\d)\./.test(text) || /^ff[\da-f]{2}:/i.test(text)
}

/**
 * The port of an m= line: a placeholder, a rejection, the port of the default candidate, or without ICE the
 * destination.
 */
export function readPort(word: Span, section: SectionFacts): SdpToken[] {
  const [port, count, ...more] = split(word, '/')
  if (port === undefined) return [token(word, 'port.bad')]
  return [
    token(port, portMeaning(port.text, section)),
    ...(count === undefined
      ? []
      : [isNumber(count) ? token(count, 'port.count', { n: count.text }) : token(count, 'malformed')]),
    ...more.map((one) => token(one, 'malformed')),
  ]
}

function portMeaning(port: string, section: SectionFacts): Meaning {
  if (!isPort(port)) return 'port.bad'
  if (port === '0') return section.isRtsp ? 'port.rtsp' : 'port.zero'
  return knownPort(port, section) ?? 'port.destination'
}

function readRtcpPort(word: Span, section: SectionFacts): SdpToken {
  if (!isPort(word.text)) return token(word, 'port.bad')
  if (word.text === '0') return token(word, 'rtcp.zero')
  return token(word, knownPort(word.text, section) ?? 'rtcp.port')
}

/** The meaning of a port that media is not sent to; undefined if media is sent to it. */
function knownPort(port: string, { hasIce, ports }: SectionFacts): Meaning | undefined {
  if (port === '9') return hasIce ? 'port.placeholder' : 'port.discard'
  if (ports.has(port)) return 'port.real'
  return hasIce ? 'port.other' : undefined
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
}

function isNumber({ text }: Span): boolean {
  return /^\d+$/.test(text)
}
