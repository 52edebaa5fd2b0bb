import { addressKind } from '../ice/address'
import type { Path } from './paths'

/** From where an address can be reached; `unknown`: the file hides it, or a name stands for it. */
export type Scope = 'public' | 'private' | 'loopback' | 'link-local' | 'hidden' | 'unknown'

/* RFC 1918, RFC 6598 (carriers), RFC 3927, RFC 1122 §3.2.1.3, RFC 4193, RFC 4291 §2.5. */
const PRIVATE =
  /^(?:10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][\da-f]{2}:)/i
const LOOPBACK = /^(?:127\.|::1$)/
const LINK_LOCAL = /^(?:169\.254\.|fe[89ab][\da-f]:)/i

/** The scope of an address. Redacted and shortened ones are unknown. */
export function scopeOf(address: string): Scope {
  const kind = addressKind(address)
  if (kind === 'hidden') return 'hidden'
  if (kind !== 'ip4' && kind !== 'ip6' && kind !== 'zone') return 'unknown'
  if (LOOPBACK.test(address)) return 'loopback'
  if (LINK_LOCAL.test(address)) return 'link-local'
  return PRIVATE.test(address) ? 'private' : 'public'
}

/** Whether two private addresses may be on one network: then a check between them can arrive. */
export function mayShareNetwork(a: string, b: string): boolean {
  const [first, second] = [a.split('.'), b.split('.')]
  if (first.length !== 4 || second.length !== 4) return a.slice(0, 9) === b.slice(0, 9)
  return first[0] === second[0] && first[1] === second[1]
}

/** The addresses of a kind of candidate. */
export function ofType(paths: readonly Path[], ...types: readonly string[]): Path[] {
  return paths.filter(({ type }) => types.includes(type))
}

/** Addresses over UDP, or over a TCP port that listens: an active TCP candidate cannot be reached (RFC 6544 §4.5). */
export function reachable(paths: readonly Path[]): Path[] {
  return paths.filter(({ protocol, port, type }) => !(protocol === 'tcp' && port === 9 && type === 'host'))
}
