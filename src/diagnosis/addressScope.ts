import { addressKind } from '../ice/address'
import {
  LINK_LOCAL_IPV4,
  LINK_LOCAL_IPV6,
  LOOPBACK,
  networkOf,
  PRIVATE_IPV4,
  PRIVATE_IPV6,
} from '../redact/addressRanges'
import type { Path } from './paths'

/** From where an address can be reached; `unknown`: the file hides it, or a name stands for it. */
export type Scope = 'public' | 'private' | 'loopback' | 'link-local' | 'hidden' | 'unknown'

/** The scope of an address. Redacted and shortened ones are unknown. */
export function scopeOf(address: string): Scope {
  const kind = addressKind(address)
  if (kind === 'hidden') return 'hidden'
  if (kind !== 'ip4' && kind !== 'ip6' && kind !== 'zone') return 'unknown'
  if (LOOPBACK.test(address)) return 'loopback'
  if (LINK_LOCAL_IPV4.test(address) || LINK_LOCAL_IPV6.test(address)) return 'link-local'
  return PRIVATE_IPV4.test(address) || PRIVATE_IPV6.test(address) ? 'private' : 'public'
}

/** Whether two private addresses may be on one network: then a check between them can arrive. */
export function mayShareNetwork(a: string, b: string): boolean {
  return networkOf(a) === networkOf(b)
}

/** The host that a page was loaded from, an address or a name; of this machine it is 127.0.0.1. Empty: unknown. */
export function hostOfPage(page: string | null): string {
  const host = /^https?:\/\/(?:\[([^\]]*)\]|([^/:?#]*))/i.exec(page ?? '')
  const name = host?.[1] ?? host?.[2] ?? ''
  return name === 'localhost' ? '127.0.0.1' : name
}

/** The addresses of a kind of candidate. */
export function ofType(paths: readonly Path[], ...types: readonly string[]): Path[] {
  return paths.filter(({ type }) => types.includes(type))
}

/** Addresses over UDP, or over a TCP port that listens: an active TCP candidate cannot be reached (RFC 6544 §4.5). */
export function reachable(paths: readonly Path[]): Path[] {
  return paths.filter(({ protocol, port, type }) => !(protocol === 'tcp' && port === 9 && type === 'host'))
}
