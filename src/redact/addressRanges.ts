/* Ranges of addresses that are reached from one network only. */

/** RFC 1918, RFC 6598 (carriers). */
export const PRIVATE_IPV4 =
  /^(?:10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/
/** RFC 4193. */
export const PRIVATE_IPV6 = /^f[cd][\da-f]{2}:/i
/** RFC 3927. */
export const LINK_LOCAL_IPV4 = /^169\.254\./
/** RFC 4291 §2.5.6. */
export const LINK_LOCAL_IPV6 = /^fe[89ab][\da-f]:/i
/** RFC 1122 §3.2.1.3, RFC 4291 §2.5.3. */
export const LOOPBACK = /^(?:127\.|::1$)/

/** The network that a private address seems to be in: its first 16 bits, or 32 bits of IPv6; for link-local ones, one. */
export function networkOf(address: string): string {
  if (LINK_LOCAL_IPV4.test(address) || LINK_LOCAL_IPV6.test(address)) return 'link-local'
  const parts = address.split('.')
  return parts.length === 4 ? parts.slice(0, 2).join('.') : address.slice(0, 9).toLowerCase()
}
