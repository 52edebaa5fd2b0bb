import { redactAddress, redactAddresses } from './addresses'
import type { Placeholders } from './placeholders'

/** Redacts SDP, candidate lines, and texts that quote them (RFC 8839 §5.1, §5.4; RFC 8122 §5; RFC 8866 §5). */
export function redactWire(text: string, placeholders: Placeholders): string {
  const { of } = placeholders
  const address = (value: string) => redactAddress(value, placeholders)
  const wire = text
    .replace(
      /(candidate:)([^\s:]+)( \d+ \S+ \d+ )(\S+)(?= \d+ typ )/g,
      (_, start: string, foundation: string, middle: string, value: string) =>
        start + of('foundation', foundation) + middle + address(value),
    )
    .replace(/( raddr | IN IP[46] )([^\s/]+)/g, (_, start: string, value: string) => start + address(value))
    .replace(
      /( ufrag |ice-ufrag:)([A-Za-z\d+/]+)/g,
      (_, start: string, value: string) => start + of('ufrag', value),
    )
    .replace(/(ice-pwd:)([A-Za-z\d+/]+)/g, (_, start: string, value: string) => start + of('pwd', value))
    .replace(
      /(fingerprint:[^\s:]+ )([\da-f]{2}(?::[\da-f]{2})+)/gi,
      (_, start: string, value: string) => start + of('fingerprint', value),
    )
  return redactAddresses(wire, placeholders)
}

/** Redacts the URL of a STUN or TURN server; scheme, port and transport stay (RFC 7064 §3.1, RFC 7065 §3.1). */
export function redactServerUrl(url: string, placeholders: Placeholders): string {
  const [, scheme = '', bracket = '', ipv6 = '', host = '', rest = ''] =
    /^((?:stun|turn)s?:(?:\/\/)?)(?:(\[)([^\]]*)\]|([^:?/@]+))(:\d+|)(?=$|\?)/i.exec(url) ?? []
  if (scheme === '') return url === '' ? url : placeholders.of('host', url)
  const query = /\?transport=(?:udp|tcp)$/i.exec(url)?.[0] ?? ''
  const place = bracket === '' ? redactAddress(host, placeholders) : `[${redactAddress(ipv6, placeholders)}]`
  return scheme + place + rest + query
}

/** Replaces known secrets wherever a sentence quotes them, then everything that looks like an address. */
export function redactSentence(text: string, placeholders: Placeholders): string {
  const wire = redactWire(text, placeholders)
  const known = placeholders.pattern(wire)
  if (known === null) return wire
  return wire.replace(known, (value) => placeholders.ofKnown(value))
}
