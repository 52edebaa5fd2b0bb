import type { Placeholders } from './placeholders'

/** A run of hex digits, colons and dots: every IPv6 and IPv4 address is inside one, with or without its zone. */
const RUN = /[\da-f:.]+(?:%[\w.-]+)?/gi
const IPV4 = /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)(:\d{1,5}(?!\d))?/g
/**
 * Starts at a word boundary and spans few labels; otherwise a long word without `.local` would be tried from every
 * letter.
 */
const LOCAL = /(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+){0,8}\.local(?![\p{L}\p{N}_])/giu
/** Chromium hides the end of an address in `icecandidateerror`, but the rest still identifies the network. */
const MASKED_IPV4 = /(?<!\d)(?!0\.0\.0\.x)\d{1,3}(?:\.\d{1,3}){2}\.x\b/gi
const MASKED_IPV6 = /(?:[\da-f]{1,4}:){1,8}(?:x:){1,8}x\b/gi
/** In brackets, as URLs have it (RFC 3986 §3.2.2). */
const PORT_OF_IPV6 = /(?<=\]:)\d{1,5}(?!\d)/g
/** Every address and every `.local` name contains one of these. */
const SIGNS = /[\d:]|\.local/i
/** More pairs of digits than IPv6 has groups: a hash, which other patterns replace. */
const HASH = /^(?:[\da-f]{2}:){8,}[\da-f]{2}$/i
/** Longer than any address in any notation, its zone included. */
const LONGEST = 100

/** Replaces every IPv4 and IPv6 address and every `.local` name in any text. */
export function redactAddresses(text: string, { of, port }: Placeholders): string {
  if (!SIGNS.test(text)) return text
  return text
    .replace(LOCAL, (name) => of('local', name))
    .replace(MASKED_IPV4, '192.0.2.x')
    .replace(MASKED_IPV6, '2001:db8:x:x:x:x:x:x')
    .replace(PORT_OF_IPV6, port)
    .replace(RUN, (run) => {
      const place = findIpv6(run)
      if (place === 'somewhere') return run.length > LONGEST ? '::' : of('ipv6', run)
      if (place !== null)
        return (
          run.slice(0, place.start) + of('ipv6', run.slice(place.start, place.end)) + run.slice(place.end)
        )
      return run.replace(IPV4, (address: string, after: string | undefined) => {
        const colon = address.indexOf(':')
        return after === undefined
          ? of('ipv4', address)
          : `${of('ipv4', address.slice(0, colon))}:${port(address.slice(colon + 1))}`
      })
    })
}

/** Replaces one address, of any kind that may be in an address field (RFC 8839 §5.1). */
export function redactAddress(address: string, placeholders: Placeholders): string {
  const redacted = redactAddresses(address, placeholders)
  const isName = redacted === address && !/^[\d.x]+$|:/.test(address) && !/\.local$/i.test(address)
  return isName ? placeholders.of('host', address) : redacted
}

/**
 * Punctuation may directly precede or follow an address: `fe80::1.` at the end of a sentence, `from:fe80::1`.
 * `somewhere`: there may be one, among other groups of hex digits.
 */
function findIpv6(run: string): { start: number; end: number } | 'somewhere' | null {
  // The shortest address is `::`.
  if (run.indexOf(':') === run.lastIndexOf(':') || HASH.test(run)) return null
  if (run.length > LONGEST) return 'somewhere'
  for (const start of [0, 1, 2]) {
    for (const end of [run.length, run.length - 1, run.length - 2]) {
      if (isIpv6(run.slice(start, end))) return { start, end }
    }
  }
  return /::.*[\da-f]|(?:[\da-f]+:){7}|(?:[\da-f]+:){6}\d+\./i.test(run) ? 'somewhere' : null
}

function isIpv6(text: string): boolean {
  const [address = ''] = text.split('%')
  return address.includes(':') && URL.canParse(`http://[${address}]`)
}
