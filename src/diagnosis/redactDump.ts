import { createRedactor } from '../redact/createRedactor'
import type { Dump } from './dump'
import { isInsecure } from './rules/capture'

/** A dump without what identifies machines, networks and accounts. Of a page stays whether it is secure. */
export function redactDump({ connections, skipped: _quoted, ...dump }: Dump): Dump {
  const redact = createRedactor()
  const rest = redact({ connections, lines: dump.lines, reports: dump.reports })
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

function pageOf(page: string | null): string | null {
  if (page === null) return null
  return isInsecure(page) ? 'http://page.example/' : 'https://page.example/'
}
