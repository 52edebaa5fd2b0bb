import type { Placeholders } from './placeholders'

/** A run of hex digits, colons and dots: every IPv6 and IPv4 address is inside one, with or without its zone. */
const RUN = /[\da-f:.]+(?:%[\w.-]+)?/gi
const IPV4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)/g
/**
 * Starts at a word boundary and spans few labels; otherwise a long word without `.local` would be tried from every
 * letter.
 */
const LOCAL = /(?<![\w-])[\w-]+(?:\.[\w-]+){0,8}\.local(?![\w-])/gi
/** Chromium hides the end of an address in `icecandidateerror`, but the rest still identifies the network. */
const MASKED_IPV4 = /(?<![\d.])(?!0\.0\.0\.x)\d{1,3}(?:\.\d{1,3}){2}\.x\b/g
const MASKED_IPV6 = /(?:[\da-f]{1,4}:){1,8}(?:x:){1,8}x\b/gi

/** Replaces every IPv4 and IPv6 address and every `.local` name in any text. */
export function redactAddresses(text: string, { of }: Placeholders): string {
  return text
    .replace(LOCAL, (name) => of('local', name))
    .replace(MASKED_IPV4, '192.0.2.x')
    .replace(MASKED_IPV6, '2001:db8:x:x:x:x:x:x')
    .replace(RUN, (run) => {
      const { start, end } = findIpv6(run) ?? { start: 0, end: 0 }
      if (end > 0) return run.slice(0, start) + of('ipv6', run.slice(start, end)) + run.slice(end)
      return run.replace(IPV4, (address) => of('ipv4', address))
    })
}

/** Replaces one address, of any kind that may be in an address field (RFC 8839 §5.1). */
export function redactAddress(address: string, placeholders: Placeholders): string {
  const redacted = redactAddresses(address, placeholders)
  const isName = redacted === address && !/^[\d.x]+$|:/.test(address) && !/\.local$/i.test(address)
  return isName ? placeholders.of('host', address) : redacted
}

/** Punctuation may directly precede or follow an address: `fe80::1.` at the end of a sentence, `from:fe80::1`. */
function findIpv6(run: string): { start: number; end: number } | null {
  // The shortest address is `::`.
  if (run.indexOf(':') === run.lastIndexOf(':') || run.length > 100) return null
  for (const start of [0, 1, 2]) {
    for (const end of [run.length, run.length - 1, run.length - 2]) {
      if (isIpv6(run.slice(start, end))) return { start, end }
    }
  }
  return null
}

function isIpv6(text: string): boolean {
  const [address = ''] = text.split('%')
  return address.includes(':') && URL.canParse(`http://[${address}]`)
}
