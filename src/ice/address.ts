import { isHiddenAddress } from './candidate'

/**
 * What the address field of a candidate holds: a `.local` name hides an address; `0.0.0.0` and `::` mean no address.
 */
export type AddressKind = 'ip4' | 'ip6' | 'zone' | 'hidden' | 'none' | 'name' | 'broken'

const IP4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/

/** The kind of address that a text is; `broken` if it is none (RFC 8839 §5.1 has IPv6 without brackets). */
export function addressKind(text: string): AddressKind {
  if (isUnspecified(text)) return 'none'
  if (isHiddenAddress(text)) return 'hidden'
  if (text.includes(':')) {
    const zone = text.indexOf('%')
    if (zone === -1) return isIp6(text) ? 'ip6' : 'broken'
    return zone < text.length - 1 && isIp6(text.slice(0, zone)) ? 'zone' : 'broken'
  }
  if (/^[\d.]+$/.test(text)) return IP4.test(text) ? 'ip4' : 'broken'
  return text.length <= 253 && /^[\w.-]+$/.test(text) ? 'name' : 'broken'
}

/** Whether an address means none; KVS adds a prefix length to it. */
export function isUnspecified(address: string): boolean {
  return /^(?:0\.0\.0\.0|::)(?:\/0)?$/.test(address)
}

/**
 * Eight groups of hexadecimal digits; `::` replaces one run of zeros, and the last two groups may be an IPv4 address.
 */
function isIp6(text: string): boolean {
  const halves = text.length > 45 ? [] : text.split('::')
  if (halves.length === 0 || halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  const isMixed = IP4.test(last)
  const hex = isMixed ? groups.slice(0, -1) : groups
  const count = hex.length + (isMixed ? 2 : 0)
  return (
    hex.every((group) => /^[\da-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count <= 7 : count === 8)
  )
}
