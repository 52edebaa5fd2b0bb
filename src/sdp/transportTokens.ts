import { split } from './spans'
import type { Span } from './spans'
import type { Meaning, SdpToken, TokenReader } from './token'
import { inTurn, token } from './token'

/** Length of each hash, in bytes. */
const HASHES = new Map([
  ['md5', 16],
  ['sha-1', 20],
  ['sha-224', 28],
  ['sha-256', 32],
  ['sha-384', 48],
  ['sha-512', 64],
])

/** `sha-256 0F:09:…` (RFC 8122 §5). */
export const readFingerprint: TokenReader = ({ value }) => {
  const words = split(value, ' ')
  const [hash] = words
  return words.map((word, at) => {
    if (at === 0) return token(word, 'fingerprint.hash')
    const bytes = word.text.split(':')
    const n = bytes.length
    if (at > 1 || !bytes.every((byte) => /^[\dA-F]{2}$/i.test(byte))) return token(word, 'malformed')
    const size = HASHES.get(hash?.text.toLowerCase() ?? '')
    return size === undefined || size === n
      ? token(word, 'fingerprint.value', { n })
      : token(word, 'fingerprint.size', { n, bytes: size, hash: hash?.text ?? '' })
  })
}

const OPTIONS = new Map<string, Meaning>([
  ['trickle', 'option.trickle'],
  ['ice2', 'option.ice2'],
  ['renomination', 'option.renomination'],
  ['google-ice', 'option.google'],
  ['rtp+ecn', 'option.ecn'],
])

/** `trickle` (RFC 8839 §5.6). */
export const readOptions: TokenReader = ({ value }) =>
  split(value, ' ').map((word) =>
    token(word, OPTIONS.get(word.text) ?? (word.text.includes(',') ? 'option.comma' : 'option.other')),
  )

/** The least lengths of the two (RFC 8839 §5.4). */
const LEAST_UFRAG = 4
const LEAST_PASSWORD = 22

/** The username fragment. */
export const readUfrag: TokenReader = ({ value }) =>
  split(value, ' ').map((word, at) => {
    const n = word.text.length
    if (at > 0) return token(word, 'malformed')
    return token(word, n < LEAST_UFRAG ? 'ufrag.short' : 'ufrag', { n })
  })

/** The password; ICE characters carry at most six bits, hexadecimal ones four. */
export const readPassword: TokenReader = ({ value }) =>
  split(value, ' ').map((word, at) => {
    const n = word.text.length
    const bits = n * (/^[\da-f]+$/.test(word.text) ? 4 : 6)
    if (at > 0) return token(word, 'malformed')
    return token(word, n < LEAST_PASSWORD ? 'pwd.short' : 'pwd', { n, bits })
  })

const ROLES = new Map<string, Meaning>([
  ['actpass', 'setup.actpass'],
  ['active', 'setup.active'],
  ['passive', 'setup.passive'],
  ['holdconn', 'setup.holdconn'],
])
const BARE_ROLES = new Map<string, Meaning>([
  ...ROLES,
  ['active', 'setup.connect'],
  ['passive', 'setup.listen'],
])

/** `actpass`: roles in DTLS (RFC 8842), or of a plain TCP connection (RFC 4145 §4). */
export const readSetup: TokenReader = ({ value, section }) => {
  const isBare = section.protocol.startsWith('TCP') && !section.protocol.includes('TLS')
  return split(value, ' ').map((word) =>
    token(word, (isBare ? BARE_ROLES : ROLES).get(word.text) ?? 'malformed'),
  )
}

const REPORTS = new Map<string, Meaning>([
  ['rcvr-rtt=all', 'xr.rtt'],
  ['rcvr-rtt=sender', 'xr.rtt-sender'],
  ['pkt-loss-rle', 'xr.packets'],
  ['pkt-dup-rle', 'xr.packets'],
  ['pkt-rcpt-times', 'xr.packets'],
  ['voip-metrics', 'xr.voip'],
])

/** `rcvr-rtt=sender:10000 voip-metrics` (RFC 3611 §5.1); the number is the largest size of a report in bytes. */
export const readXr: TokenReader = ({ value }) => split(value, ' ').flatMap(readReport)

function readReport(word: Span): SdpToken[] {
  const [kind, size, ...more] = split(word, ':')
  if (kind === undefined) return [token(word, 'malformed')]
  const isSummary = kind.text.startsWith('stat-summary')
  const own = /^(pkt-[a-z-]+)=(\d+)$/.exec(kind.text)
  const meaning = isSummary ? 'xr.summary' : (REPORTS.get(own?.[1] ?? kind.text) ?? 'xr.other')
  return [
    token(kind, meaning),
    ...(size === undefined
      ? []
      : [token(size, /^\d+$/.test(size.text) ? 'xr.size' : 'malformed', { n: size.text })]),
    ...more.map((one) => token(one, 'malformed')),
  ]
}

/** An attribute without a value. */
export const readFlag: TokenReader = ({ line, value }) =>
  value.text === '' ? [token({ start: 2, text: line.slice(2) }, 'flag')] : inTurn([value])

/** One value without parts; or none, for an attribute without a value. */
export const readValue: TokenReader = (reading) =>
  reading.value.text === '' ? readFlag(reading) : [token(reading.value, 'value')]
