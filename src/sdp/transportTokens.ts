import { decodePriority } from '../ice/priority'
import type { Span } from './spans'
import { join, split } from './spans'
import type { Meaning, SdpToken, TokenReader } from './token'
import { inTurn, token } from './token'

const TYPES = new Map<string, Meaning>([
  ['host', 'candidate.host'],
  ['srflx', 'candidate.srflx'],
  ['prflx', 'candidate.prflx'],
  ['relay', 'candidate.relay'],
])
const TCP_TYPES = new Map<string, Meaning>([
  ['active', 'candidate.active'],
  ['passive', 'candidate.passive'],
  ['so', 'candidate.so'],
])
const EXTENSIONS = new Map<string, Meaning>([
  ['raddr', 'candidate.raddr'],
  ['rport', 'candidate.rport'],
  ['generation', 'candidate.generation'],
  ['ufrag', 'candidate.ufrag'],
  ['network-id', 'candidate.network-id'],
  ['network-cost', 'candidate.network-cost'],
])

/** `foundation component transport priority address port`, then names and values in turn (RFC 8839 §5.1). */
export const readCandidateTokens: TokenReader = ({ line, value }) => {
  const words = split(value, ' ')
  return [
    ...words.slice(0, FIELDS.length).flatMap((word, at) => FIELDS[at]?.(word) ?? []),
    ...readPairs(line, words.slice(FIELDS.length)),
  ]
}

const COMPONENTS = new Map<string, Meaning>([
  ['1', 'candidate.rtp'],
  ['2', 'candidate.rtcp'],
])
const TRANSPORTS = new Map<string, Meaning>([
  ['udp', 'candidate.udp'],
  ['tcp', 'candidate.tcp'],
])

const FIELDS: readonly ((word: Span) => SdpToken)[] = [
  (word) => token(word, 'candidate.foundation'),
  (word) => token(word, COMPONENTS.get(word.text)),
  (word) => token(word, TRANSPORTS.get(word.text.toLowerCase())),
  readPriority,
  (word) => token(word, addressMeaning(word.text)),
  (word) => token(word, word.text === '9' ? 'candidate.discard' : 'candidate.port'),
]

function readPriority(word: Span): SdpToken {
  if (!/^\d{1,10}$/.test(word.text)) return token(word, null)
  const { typePreference, localPreference, component } = decodePriority(Number(word.text))
  return token(word, 'candidate.priority', { type: typePreference, local: localPreference, component })
}

function addressMeaning(address: string): Meaning {
  if (address.endsWith('.local')) return 'candidate.hidden'
  if (address.includes(':')) return 'candidate.ip6'
  return /^[\d.]+$/.test(address) ? 'candidate.ip4' : 'candidate.address'
}

function readPairs(line: string, words: readonly Span[]): SdpToken[] {
  const tokens: SdpToken[] = []
  for (let at = 0; at < words.length; at += 2) {
    const [name, value] = [words[at], words[at + 1]]
    if (name === undefined) break
    if (value === undefined) tokens.push(token(name, null))
    else tokens.push(token(join(line, name, value), pairMeaning(name.text, value.text)))
  }
  return tokens
}

function pairMeaning(name: string, value: string): Meaning | undefined {
  if (name === 'typ') return TYPES.get(value)
  if (name === 'tcptype') return TCP_TYPES.get(value)
  if (name === 'raddr' && value === '0.0.0.0') return 'candidate.raddr-hidden'
  return EXTENSIONS.get(name)
}

/** `sha-256 0F:09:…` (RFC 8122 §5). */
export const readFingerprint: TokenReader = ({ value }) =>
  split(value, ' ').map((word, at) => {
    if (at === 0) return token(word, 'fingerprint.hash')
    const bytes = word.text.split(':')
    const isHash = at === 1 && bytes.every((byte) => /^[\dA-F]{2}$/i.test(byte))
    return token(word, isHash ? 'fingerprint.value' : null, { n: bytes.length })
  })

const OPTIONS = new Map<string, Meaning>([
  ['trickle', 'option.trickle'],
  ['ice2', 'option.ice2'],
  ['renomination', 'option.renomination'],
])

/** `trickle` (RFC 8839 §5.6). */
export const readOptions: TokenReader = ({ value }) =>
  split(value, ' ').map((word) => token(word, OPTIONS.get(word.text)))

/** The fragment of the user name. */
export const readUfrag: TokenReader = ({ value }) =>
  split(value, ' ').map((word, at) => token(word, at === 0 ? 'ufrag' : null, { n: word.text.length }))

/** The password; ICE characters carry six bits, hexadecimal ones four. */
export const readPassword: TokenReader = ({ value }) =>
  split(value, ' ').map((word, at) => {
    const n = word.text.length
    const bits = n * (/^[\da-f]+$/.test(word.text) ? 4 : 6)
    return token(word, at === 0 ? 'pwd' : null, { n, bits })
  })

const ROLES = new Map<string, Meaning>([
  ['actpass', 'setup.actpass'],
  ['active', 'setup.active'],
  ['passive', 'setup.passive'],
  ['holdconn', 'setup.holdconn'],
])

/** `actpass` (RFC 4145 §4). */
export const readSetup: TokenReader = ({ value }) =>
  split(value, ' ').map((word) => token(word, ROLES.get(word.text)))

/** `rcvr-rtt=all` (RFC 3611 §5.1). */
export const readXr: TokenReader = ({ value }) =>
  split(value, ' ').map((word) => token(word, word.text.startsWith('rcvr-rtt=') ? 'xr.rtt' : null))

/** An attribute that only is there. */
export const readFlag: TokenReader = ({ line, value }) =>
  value.text === '' ? [token({ start: 2, text: line.slice(2) }, 'flag')] : inTurn([value], null)
