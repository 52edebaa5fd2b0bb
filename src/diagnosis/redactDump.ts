import { createRedactor } from '../redact/createRedactor'
import { hostOfPage, scopeOf } from './addressScope'
import type { Dump } from './dump'
import { isInsecure } from './rules/capture'

/**
 * A dump without what identifies machines, networks and accounts. Whether an address is private stays, and of a page
 * stays whether it is secure and whether its host is a private address: verdicts rest on these.
 */
export function redactDump({ connections, skipped: _quoted, ...dump }: Dump): Dump {
  const redact = createRedactor({ keepsScope: true })
  const pages = new Map<string, string>()
  const rest = redact({ connections, lines: dump.lines, reports: dump.reports })

  function pageOf(page: string | null): string | null {
    if (page === null) return null
    const known = pages.get(page) ?? `${isInsecure(page) ? 'http' : 'https'}://${hostOf(page)}/`
    pages.set(page, known)
    return known
  }

  function hostOf(page: string): string {
    const host = hostOfPage(page)
    const scope = scopeOf(host)
    if (scope === 'loopback') return 'localhost'
    const { address } = redact({ address: host })
    if (scope === 'private' || scope === 'link-local') return address.includes(':') ? `[${address}]` : address
    return pages.size === 0 ? 'page.example' : `page-${pages.size + 1}.example`
  }

  return {
    ...dump,
    lines: rest.lines,
    reports: rest.reports,
    connections: rest.connections.map((connection, index) => ({
      ...connection,
      page: pageOf(connections[index]?.page ?? null),
    })),
    skipped: [],
  }
}
