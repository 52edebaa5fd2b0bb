import { LINK_LOCAL_IPV4, LINK_LOCAL_IPV6, networkOf, PRIVATE_IPV4, PRIVATE_IPV6 } from './addressRanges'

/** The kinds of secrets; the placeholders of each kind can be parsed like the original. */
export type SecretKind =
  | 'ipv4'
  | 'ipv6'
  | 'local'
  | 'host'
  | 'ufrag'
  | 'pwd'
  | 'fingerprint'
  | 'foundation'
  | 'label'
  | 'username'
  | 'credential'
  | 'session'
  | 'key'

const BYTE = 256

/** The n-th placeholder of a kind, from 1. Addresses and names are from ranges reserved for documentation. */
const WRITE: Record<SecretKind, (n: number, original: string) => string> = {
  // RFC 5737, then the benchmarking range of RFC 2544, which is much larger.
  ipv4: (n) => (n < BYTE - 1 ? `192.0.2.${n}` : `198.18.${Math.floor(n / BYTE) % BYTE}.${n % BYTE}`),
  // RFC 3849.
  ipv6: (n) => `2001:db8::${n.toString(16)}`,
  // A UUID that no browser creates (draft-ietf-mmusic-mdns-ice-candidates §3.1.1 requires version 4).
  local: (n) => `00000000-0000-0000-0000-${n.toString(16).padStart(12, '0')}.local`,
  // RFC 6761 §6.5.
  host: (n) => `host-${n}.example`,
  // ice-char, 4 to 256 and 22 to 256 of them (RFC 8839 §5.4).
  ufrag: (n) => `ufrag${n}`,
  pwd: (n) => `redacted${String(n).padStart(16, '0')}`,
  // As long as the original, so that it still fits its hash function (RFC 8122 §5).
  fingerprint: (n, original) => {
    const length = original.split(':').length
    const digits = n
      .toString(16)
      .toUpperCase()
      .padStart(length * 2, '0')
    return (digits.match(/../g) ?? []).slice(-length).join(':')
  },
  foundation: (n) => `f${n}`,
  label: (n) => `device ${n}`,
  username: (n) => `user-${n}`,
  credential: (n) => `credential-${n}`,
  // A number (RFC 8866 §5.2) of at most 63 bits (RFC 9429 §5.2.1).
  session: (n) => `4${String(n).padStart(17, '0')}`,
  // Base64 of thirty bytes, an SDES key for AES-128 (RFC 4568 §6.1); it is also a valid `tls-id` (RFC 8842 §4).
  key: (n) => `redacted${String(n).padStart(32, '0')}`,
}

/**
 * The n-th placeholder of an address that is reached from one network only, or of a host: addresses of one network, and
 * hosts of one provider, by the last two labels of their names, stay together. null: it needs no such placeholder.
 * Nobody's network is expected to have these.
 */
function writeScoped(
  kind: SecretKind,
  original: string,
  n: number,
  number: (group: string) => number,
): string | null {
  if (kind === 'host') return `host-${n}.net-${number(original.split('.').slice(-2).join('.'))}.example`
  const [low, high] = [n % BYTE, 254 - (Math.floor(n / BYTE) % 5)]
  if (kind === 'ipv4' && PRIVATE_IPV4.test(original))
    return `10.${128 + (number(networkOf(original)) % 128)}.${high}.${low}`
  if (kind === 'ipv4' && LINK_LOCAL_IPV4.test(original)) return `169.254.${high}.${low}`
  if (kind === 'ipv6' && PRIVATE_IPV6.test(original))
    return `fd00:${(0xdb8 + number(networkOf(original))).toString(16)}::${n.toString(16)}`
  return kind === 'ipv6' && LINK_LOCAL_IPV6.test(original) ? `fe80::db8:${n.toString(16)}` : null
}

const SCOPED =
  /^(?:10\.(?:12[89]|1[3-9]\d|2\d\d)\.25[0-4]\.\d+|169\.254\.25[0-4]\.\d+|fd00:[\da-f]{3}::[\da-f]+|fe80::db8:[\da-f]+|host-\d+\.net-\d+\.example)$/

/** The port of the discard service, which SDP has where no port is known yet (RFC 9429 §5.2.1). */
const DISCARD = '9'

/** Values that stay: what every machine has, and words that every browser of a kind writes. */
const HARMLESS: Partial<Record<SecretKind, RegExp>> = {
  // Loopback (RFC 1122 §3.2.1.3).
  ipv4: /^(?:0\.0\.0\.0|127(?:\.\d{1,3}){3})$/,
  ipv6: /^::1?$/,
  host: /^localhost$/,
  // Small numbers are counters; `placeholder` is this app's own candidate (machines/placeholder.ts); larger numbers are
  // hashes of the address.
  foundation: /^(?:\d{1,4}|placeholder)$/,
  label: /^(?:OscillatorNode|canvas\.captureStream\(\))$/,
  // No user (RFC 8866 §5.2), and what Firefox writes instead.
  username: /^(?:-|mozilla\.\.\.THIS_IS_SDPARTA-[\d.]+)$/,
  session: /^\d{1,4}$/,
}

/** Placeholders stay in recordings, so that a redacted one can be redacted again. */
const PLACEHOLDER: Record<SecretKind, RegExp> = {
  ipv4: /^(?:192\.0\.2\.\d+|198\.18\.\d+\.\d+)$/,
  ipv6: /^2001:db8::[\da-f]{1,4}$/,
  local: /^00000000-0000-0000-0000-[\da-f]{12}\.local$/,
  host: /^host-\d+\.example$/,
  ufrag: /^ufrag\d+$/,
  pwd: /^redacted\d{16}$/,
  fingerprint: /^(?:00:)+[\dA-F:]{1,8}$/,
  foundation: /^f\d+$/,
  label: /^device \d+$/,
  username: /^user-\d+$/,
  credential: /^credential-\d+$/,
  // A random number of one call only; it is hidden while the call runs.
  session: /^/,
  key: /^redacted\d{32}$/,
}

/** Kinds whose long values are words of nothing else. */
const UNMISTAKABLE: readonly SecretKind[] = ['pwd', 'credential', 'key']
const LONG = 16

const IGNORE_CASE: readonly SecretKind[] = ['ipv6', 'local', 'host', 'fingerprint']

export interface Placeholders {
  /** The placeholder of a value; equal values have equal placeholders, and a placeholder stays as it is. */
  of(kind: SecretKind, value: string): string
  /** What to write for a port. Port 0, which means none, stays. */
  port: (port: string) => string
  /** How many different values have been replaced so far. */
  count(): number
  /** Replaces the values seen so far wherever they occur in a sentence as whole words. */
  replaceKnown(sentence: string): string
  /** Replaces the passwords and keys seen so far as whole words: an attribute that nobody knows may quote one. */
  replaceSecrets(text: string): string
}

export interface PlaceholderOptions {
  /** The whole input as text, if it is known in advance: no placeholder is a word of it. */
  text?: string
  /**
   * Whether the call still runs. Then ports, session ids and values that look like placeholders are hidden too. A port
   * without its address reveals nothing of a call that is over. A window of another site, however, knows the public
   * address of the page; with a port it could send packets through the NAT while the call runs.
   */
  isLive?: boolean
  /**
   * Whether private addresses become other private ones, and those of one network stay in one: what is said about a
   * call rests on that. Otherwise all addresses become those for documentation.
   */
  keepsScope?: boolean
}

/** Creates placeholders, numbered in the order of requests. */
export function createPlaceholders({
  text = '',
  isLive = false,
  keepsScope = false,
}: PlaceholderOptions = {}): Placeholders {
  const given = new Map<SecretKind, Map<string, string>>()
  const known = new Map<string, string>()
  const secrets = new Map<string, string>()
  const handedOut = new Set<string>()
  const counters = new Map<SecretKind, number>()
  const networks = new Map<string, number>()

  function numberOf(network: string): number {
    const number = networks.get(network) ?? networks.size
    networks.set(network, number)
    return number
  }

  function next(kind: SecretKind, original: string): string {
    for (;;) {
      const n = (counters.get(kind) ?? 0) + 1
      counters.set(kind, n)
      const placeholder =
        (keepsScope ? writeScoped(kind, original, n, numberOf) : null) ?? WRITE[kind](n, original)
      // It nearly always occurs nowhere, and a plain search finds that out much faster.
      const isTaken =
        placeholder === original ||
        known.has(placeholder) ||
        (text.includes(placeholder) && new RegExp(`(?<!\\w)${escape(placeholder)}(?!\\w)`).test(text))
      if (!isTaken) return placeholder
    }
  }

  return {
    of(kind, value) {
      if (value === '' || HARMLESS[kind]?.test(value) === true) return value
      if (!isLive && PLACEHOLDER[kind].test(value)) return value
      if (keepsScope && SCOPED.test(value)) return value
      // Addresses and fingerprints are equal in upper and lower case; credentials are not.
      const isAnyCase = IGNORE_CASE.includes(kind)
      const key = isAnyCase ? value.toLowerCase() : value
      if (handedOut.has(`${kind} ${key}`)) return value
      const ofKind = given.get(kind) ?? new Map<string, string>()
      given.set(kind, ofKind)
      const placeholder = ofKind.get(key) ?? next(kind, value)
      ofKind.set(key, placeholder)
      handedOut.add(`${kind} ${isAnyCase ? placeholder.toLowerCase() : placeholder}`)
      known.set(key, placeholder)
      if (UNMISTAKABLE.includes(kind) && value.length >= LONG) secrets.set(value, placeholder)
      return placeholder
    },
    port: (port) => (isLive && !/^0*$/.test(port) ? DISCARD : port),
    count: () => known.size,
    replaceKnown: (sentence) => replaceWords(sentence, known),
    replaceSecrets: (text) => replaceWords(text, secrets),
  }
}

function replaceWords(text: string, words: ReadonlyMap<string, string>): string {
  if (words.size === 0) return text
  const folded = text.toLowerCase()
  // Only the values in this text: with thousands of secrets, or one of 256 KB, no browser compiles the expression.
  const here = [...words.keys()].filter((value) => text.includes(value) || folded.includes(value))
  if (here.length === 0) return text
  const longestFirst = here.sort((a, b) => b.length - a.length).map(escape)
  const pattern = new RegExp(`(?<![\\w+/])(?:${longestFirst.join('|')})(?![\\w+/])`, 'gi')
  return text.replace(pattern, (value) => words.get(value) ?? words.get(value.toLowerCase()) ?? value)
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
