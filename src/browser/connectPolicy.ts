/* What the Content Security Policy of this document lets it connect to. Each policy of a document must allow a
   connection, so a further element can only take away (CSP3 §3.2, §4.2.3). */

const ELEMENTS = 'meta[http-equiv="Content-Security-Policy"]'

/** Whether every policy in the head of this document allows a WebSocket to an address. Headers are not seen. */
export function allowsSocket(address: string): boolean {
  const { protocol, host } = new URL(address)
  const may = [protocol, `${protocol}//${host}`, ...(host === location.host ? ["'self'"] : [])]
  return [...document.querySelectorAll<HTMLMetaElement>(ELEMENTS)].every(({ content }) => {
    const sources = /(?:^|;)\s*connect-src ([^;]*)/.exec(content)?.[1]?.split(/\s+/)
    return sources === undefined || may.some((source) => sources.includes(source))
  })
}

/**
 * Takes away, until this document is loaded again, every connection but those to its own origin and to one more
 * WebSocket. A page without a policy, as in development, stays without.
 */
export function allowOnly(address: string | null): void {
  if (document.querySelector(ELEMENTS) === null) return
  const { protocol, host, hostname } = new URL(address ?? location.href)
  // A source names no IP address but 127.0.0.1 (CSP3 §2.3.1, §6.7.2.9).
  const isNumeric = /^(?:\[|[\d.]+$)/.test(hostname) && hostname !== '127.0.0.1'
  const source = isNumeric ? protocol : `${protocol}//${host}`
  const content = ["connect-src 'self'", ...(address === null ? [] : [source])].join(' ')
  if ([...document.querySelectorAll<HTMLMetaElement>(ELEMENTS)].some((one) => one.content === content)) return
  const element = document.createElement('meta')
  element.httpEquiv = 'Content-Security-Policy'
  element.content = content
  document.head.append(element)
}
