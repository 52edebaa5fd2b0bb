export type Scheme = 'stun' | 'stuns' | 'turn' | 'turns'

/** The parts of a STUN or TURN server's URL besides host and port. */
export interface ServerUrl {
  scheme: Scheme
  transport: 'udp' | 'tcp'
}

/** The errors of a URL. */
export type UrlError =
  | 'full-width'
  | 'too-long'
  | 'no-scheme'
  | 'scheme'
  | 'slashes'
  | 'login-in-url'
  | 'host'
  | 'brackets'
  | 'port'
  | 'query-on-stun'
  | 'transport'

export const MAX_URL_LENGTH = 512

/**
 * Reads a URL by the grammars of RFC 7064 §3.1 (STUN) and RFC 7065 §3.1 (TURN). If Chromium and Firefox differ, only
 * what both accept is valid.
 */
export function parseServerUrl(url: string): ServerUrl | UrlError {
  if (url.length > MAX_URL_LENGTH) return 'too-long'
  // A Chinese input method types these instead of `:`, `.`, `?` and `[`.
  if (/[\uFF01-\uFF5E\u3002\u3010\u3011]/u.test(url)) return 'full-width'

  const [, scheme = '', rest = ''] = /^([^:]*):(.*)$/su.exec(url) ?? []
  if (!isScheme(scheme.toLowerCase())) return isHostFirst(scheme, rest) ? 'no-scheme' : 'scheme'
  if (rest.startsWith('//')) return 'slashes'
  if (rest.includes('@')) return 'login-in-url'

  const [, authority = '', query] = /^([^?]*)(?:\?(.*))?$/su.exec(rest) ?? []
  return checkAuthority(authority) ?? readTransport(scheme.toLowerCase() as Scheme, query)
}

/** Whether a URL, even an incomplete one, is of a TURN server, which needs credentials. */
export function isTurnUrl(url: string): boolean {
  return /^turns?:/iu.test(url)
}

/** Whether a host is where the scheme should be, as in `stun.example.org:3478`. */
function isHostFirst(scheme: string, rest: string): boolean {
  return !/^[a-z][a-z\d+-]*$/iu.test(scheme) || /^\d*$/u.test(rest)
}

function checkAuthority(text: string): UrlError | null {
  const literal = /^\[([^\]]*)\](?::(.*))?$/su.exec(text)
  if (literal !== null) {
    const [, address = '', port] = literal
    if (!URL.canParse(`http://[${address}]`)) return 'host'
    return isPort(port) ? null : 'port'
  }

  const [host = '', port, ...more] = text.split(':')
  if (more.length > 0) return /^[\da-f:.]+$/iu.test(text) ? 'brackets' : 'host'
  // Refuses 256.1.1.1 too: the grammar reads it as a name, Firefox as a broken address.
  if (!/^[\w.~-]+$/u.test(host) || !URL.canParse(`http://${host}`)) return 'host'
  return isPort(port) ? null : 'port'
}

function isPort(text: string | undefined): boolean {
  return text === undefined || (/^\d{1,5}$/u.test(text) && Number(text) >= 1 && Number(text) <= 65_535)
}

function readTransport(scheme: Scheme, query: string | undefined): ServerUrl | UrlError {
  if (query === undefined) return { scheme, transport: scheme.endsWith('s') ? 'tcp' : 'udp' }
  if (scheme.startsWith('stun')) return 'query-on-stun'
  if (query === 'transport=udp') return { scheme, transport: 'udp' }
  return query === 'transport=tcp' ? { scheme, transport: 'tcp' } : 'transport'
}

function isScheme(text: string): text is Scheme {
  return ['stun', 'stuns', 'turn', 'turns'].includes(text)
}
