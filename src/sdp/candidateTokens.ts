import { addressKind, isUnspecified } from '../ice/address'
import { parseCandidate } from '../ice/candidate'
import type { IceCandidate } from '../ice/candidate'
import { candidateFaults } from '../ice/candidateFaults'
import type { CandidateFault } from '../ice/candidateFaults'
import { preferencesOf } from '../ice/priority'
import type { Span } from './spans'
import { join, split } from './spans'
import type { Meaning, SdpToken, TokenReader } from './token'
import { token } from './token'

/**
 * `foundation component transport priority address port`, then names and values (RFC 8839 §5.1). A value in another
 * order is marked as broken as a whole, because its words would be misread.
 */
export const readCandidateTokens: TokenReader = ({ line, value }) => {
  const candidate = parseCandidate(line)
  if (candidate === null) {
    const hasText = value.text.trim() !== ''
    return [token(hasText ? value : { start: 2, text: line.slice(2) }, 'candidate.malformed')]
  }
  const words = split(value, ' ')
  const faults = candidateFaults(candidate)
  return [
    ...FIELDS.flatMap((field, at) => {
      const word = words[at]
      return word === undefined ? [] : [readField(word, field, candidate, faults)]
    }),
    ...readPairs(line, words.slice(FIELDS.length), candidate),
  ]
}

const FIELDS = ['foundation', 'component', 'transport', 'priority', 'address', 'port'] as const

function readField(
  word: Span,
  field: (typeof FIELDS)[number],
  candidate: IceCandidate,
  faults: readonly CandidateFault[],
): SdpToken {
  if (field !== 'transport' && faults.includes(field)) return token(word, `candidate.bad-${field}`)
  switch (field) {
    case 'foundation':
      return token(word, 'candidate.foundation')
    case 'component':
      return token(word, COMPONENTS.get(candidate.component) ?? 'candidate.component', { n: word.text })
    case 'transport':
      return token(word, TRANSPORTS.get(candidate.protocol) ?? 'candidate.transport-other')
    case 'priority':
      return readPriority(word, candidate)
    case 'address':
      return token(word, ADDRESSES[addressKind(candidate.address)])
    case 'port':
      return token(word, portMeaning(candidate))
  }
}

const COMPONENTS = new Map<number, Meaning>([
  [1, 'candidate.rtp'],
  [2, 'candidate.rtcp'],
])
const TRANSPORTS = new Map<string, Meaning>([
  ['udp', 'candidate.udp'],
  ['tcp', 'candidate.tcp'],
  ['ssltcp', 'candidate.ssltcp'],
  // MS-ICE2; tokens are in lower case here.
  ['tcp-act', 'candidate.tcp-act'],
  ['tcp-pass', 'candidate.tcp-pass'],
])
const ADDRESSES: Readonly<Record<ReturnType<typeof addressKind>, Meaning>> = {
  ip4: 'candidate.ip4',
  ip6: 'candidate.ip6',
  zone: 'candidate.ip6-zone',
  hidden: 'candidate.hidden',
  none: 'candidate.unspecified',
  name: 'candidate.address',
  broken: 'candidate.bad-address',
}

function readPriority(word: Span, candidate: IceCandidate): SdpToken {
  const parts = preferencesOf(candidate)
  if (parts === null) return token(word, 'candidate.priority-other')
  const { typePreference, localPreference, component } = parts
  return token(word, 'candidate.priority', { type: typePreference, local: localPreference, component })
}

/** An active end listens on no port: RFC 6544 §4.5 writes 9, older ends wrote 0. */
function portMeaning({ port, protocol, tcpType }: IceCandidate): Meaning {
  if (protocol !== 'udp' && tcpType === 'active' && (port === 9 || port === 0)) return 'candidate.discard'
  return port === 0 ? 'candidate.port-zero' : 'candidate.port'
}

function readPairs(line: string, words: readonly Span[], candidate: IceCandidate): SdpToken[] {
  const tokens: SdpToken[] = []
  for (let at = 0; at < words.length; at += 2) {
    const [name, value] = [words[at], words[at + 1]]
    if (name === undefined) break
    if (value === undefined) tokens.push(token(name, 'candidate.half'))
    else tokens.push(token(join(line, name, value), pairMeaning(name.text, value.text, candidate)))
  }
  return tokens
}

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
  ['generation', 'candidate.generation'],
  ['ufrag', 'candidate.ufrag'],
  ['network-id', 'candidate.network-id'],
  ['network-cost', 'candidate.network-cost'],
  ['network_name', 'candidate.network-name'],
  ['network-name', 'candidate.network-name'],
  ['name', 'candidate.old-name'],
  ['username', 'candidate.old-user'],
  ['password', 'candidate.old-password'],
  ['pwd', 'candidate.old-password'],
])

function pairMeaning(name: string, value: string, candidate: IceCandidate): Meaning {
  switch (name) {
    case 'typ':
      return TYPES.get(value) ?? 'candidate.type-other'
    case 'tcptype':
      return candidate.protocol === 'udp'
        ? 'candidate.tcptype-udp'
        : (TCP_TYPES.get(value) ?? 'candidate.tcptype-other')
    case 'raddr':
    case 'rport':
      return relatedMeaning(name, candidate)
    default:
      return EXTENSIONS.get(name) ?? 'candidate.extension-other'
  }
}

/** The meaning of the related address depends on the type: the base, or what the TURN server saw (RFC 8839 §5.1). */
function relatedMeaning(name: 'raddr' | 'rport', { type, relatedAddress }: IceCandidate): Meaning {
  // KVS writes `raddr 0.0.0.0` for host candidates, which have no related address.
  if (type !== 'relay' && type !== 'srflx' && type !== 'prflx') return `candidate.${name}-other`
  if (relatedAddress !== null && isUnspecified(relatedAddress)) return `candidate.${name}-hidden`
  return type === 'relay' ? `candidate.${name}-relay` : `candidate.${name}`
}
