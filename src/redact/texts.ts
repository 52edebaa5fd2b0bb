import { redactAddress, redactAddresses } from './addresses'
import type { Placeholders } from './placeholders'

/** Every secret that can be recognized by its form contains one of these. */
const SIGNS = /[\d:]|\.local| ufrag /i
/** The rest of a line. */
const REST = '([^\\r\\n]+)'
/** RFC 8839 §5.1. */
const CANDIDATE = /(candidate:)([^\s:]+)( \d+ \S+ \d+ )(\S+) (\d+)(?= typ )/g
/** A candidate line that is not valid. */
const ODD_CANDIDATE = /(candidate:)(?!\s|$|[^\s:]+ \d+ \S+ \d+ \S+ \d+ typ )[^\r\n]+/gm
const EXTENSIONS = /^((?:a=)?candidate:\S+ \d+ \S+ \d+ \S+ \d+ typ \S+)( [^\r\n]+)/gm
const KNOWN_EXTENSIONS = 'raddr rport tcptype generation ufrag network-id network-cost'.split(' ')
const RELATED = /( raddr )([^\s/]+)(?:( rport )(\d+))?/g
/** Component, address and port of each (RFC 8839 §5.2). */
const REMOTE_CANDIDATES = new RegExp(`^(a=remote-candidates:)${REST}`, 'gm')
const CONNECTION = /( IN IP[46] )([^\s/]+)/g
/** User and session (RFC 8866 §5.2). */
const ORIGIN = /^(o=)(\S+)(?:( +)(\S+))?/gm
const PORT = /^(m=\S+ |a=rtcp:)(\d+)/gm
/** In an attribute the rest of the line, valid or not; elsewhere only ice-chars (RFC 8839 §5.4). */
const UFRAGS = [new RegExp(`^(a=ice-ufrag:)${REST}`, 'gm'), /( ufrag |ice-ufrag:)([A-Za-z\d+/]+)/g]
const PWDS = [new RegExp(`^(a=ice-pwd:)${REST}`, 'gm'), /(ice-pwd:)([A-Za-z\d+/]+)/g]
/** RFC 8122 §5. The second pattern finds hashes of 16 bytes or more without a name, which statistics contain. */
const HASH = /^[\da-f]{2}(?::[\da-f]{2})+$/i
const FINGERPRINT_LINE = new RegExp(`^(a=fingerprint:)(\\S+ )?${REST}`, 'gm')
const FINGERPRINTS = [
  /(fingerprint:[^\s:]+ )([\da-f]{2}(?::[\da-f]{2})+)/gi,
  /(?<![\da-f:])()([\da-f]{2}(?::[\da-f]{2}){15,})(?!:?[\da-f])/gi,
]
/** SDES (RFC 4568 §9.1), and the id of a DTLS association (RFC 8842 §4). */
const KEYS = [
  new RegExp(`^(a=crypto:(?:\\d+ \\S+ inline:)?)${REST}`, 'gm'),
  /(inline:)([A-Za-z\d+/=]{16,})/g,
  new RegExp(`^(a=tls-id:)${REST}`, 'gm'),
]
/** In a sentence punctuation may follow it, or brackets may enclose it. */
const SERVER = /(?<![\w-])(?:stun|turn)s?:[^\s"'<>(),;]+/gi

/**
 * Replaces every secret that can be recognized by its form: in SDP and candidate lines, in texts that quote them, and
 * in URLs of servers (RFC 8839 §5.1, §5.4; RFC 8122 §5; RFC 8866 §5).
 */
export function redactText(text: string, placeholders: Placeholders): string {
  if (!SIGNS.test(text)) return text
  const { of, port } = placeholders
  const address = (value: string) => redactAddress(value, placeholders)
  let wire = text
    .replace(
      CANDIDATE,
      (_, start: string, foundation: string, middle: string, value: string, at: string) =>
        `${start}${of('foundation', foundation)}${middle}${address(value)} ${port(at)}`,
    )
    .replace(ODD_CANDIDATE, '$1redacted')
    .replace(EXTENSIONS, (_, start: string, pairs: string) => start + redactExtensions(pairs))
    .replace(
      RELATED,
      (_, start: string, value: string, name: string | undefined, at: string | undefined) =>
        start + address(value) + (name ?? '') + port(at ?? ''),
    )
    .replace(REMOTE_CANDIDATES, (_, start: string, list: string) => start + redactTriples(list, placeholders))
    .replace(CONNECTION, (_, start: string, value: string) => start + address(value))
    .replace(
      ORIGIN,
      (_, start: string, user: string, gap: string | undefined, session: string | undefined) =>
        start + of('username', user) + (gap ?? '') + of('session', session ?? ''),
    )
    .replace(PORT, (_, start: string, at: string) => start + port(at))
    .replace(FINGERPRINT_LINE, (_, start: string, hash: string | undefined, value: string) => {
      const kind = HASH.test(value.trim()) ? 'fingerprint' : 'key'
      return start + (hash ?? '') + of(kind, value.trim())
    })
  const rules = { ufrag: UFRAGS, pwd: PWDS, fingerprint: FINGERPRINTS, key: KEYS } as const
  for (const kind of ['ufrag', 'pwd', 'fingerprint', 'key'] as const)
    for (const pattern of rules[kind])
      wire = wire.replace(pattern, (_, start: string, value: string) => start + of(kind, value))
  wire = wire.replace(SERVER, (found) => {
    const url = found.replace(/[.:?!]$/, '')
    return redactServerUrl(url, placeholders) + found.slice(url.length)
  })
  return redactAddresses(wire, placeholders)
}

/** Keeps the known extensions of a candidate and hides the values of all others (RFC 8839 §5.1). */
function redactExtensions(pairs: string): string {
  const words = pairs.split(' ')
  // A name, then its value; the text begins with a space.
  return words
    .map((word, n) =>
      n % 2 === 1 || KNOWN_EXTENSIONS.includes(words[n - 1] ?? '') ? word : word && 'redacted',
    )
    .join(' ')
}

/** Each address, and the port after it, of a list of component, address, port. */
function redactTriples(list: string, placeholders: Placeholders): string {
  return list
    .split(' ')
    .map((word, n) => [word, redactAddress(word, placeholders), placeholders.port(word)][n % 3])
    .join(' ')
}

/** Redacts the URL of a STUN or TURN server; scheme, port and transport stay (RFC 7064 §3.1, RFC 7065 §3.1). */
export function redactServerUrl(url: string, placeholders: Placeholders): string {
  const [, scheme = '', bracket = '', ipv6 = '', host = '', rest = ''] =
    /^((?:stun|turn)s?:(?:\/\/)?)(?:(\[)([^\]]*)\]|([^:?/@]+))(:\d+|)(?=$|\?)/i.exec(url) ?? []
  if (scheme === '') return url === '' ? url : placeholders.of('host', url)
  const query = /\?transport=(?:udp|tcp)$/i.exec(url)?.[0] ?? ''
  const place = bracket === '' ? redactAddress(host, placeholders) : `[${redactAddress(ipv6, placeholders)}]`
  return scheme + place + rest.replace(/\d+/, placeholders.port) + query
}

/** Replaces known secrets wherever a sentence quotes them, and everything that looks like a secret. */
export function redactSentence(text: string, placeholders: Placeholders): string {
  return placeholders.replaceKnown(redactText(text, placeholders))
}
