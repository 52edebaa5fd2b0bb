/** The version of the messages between a probe and its window. It is also in probe/probe.js. */
export const VERSION = 1
/** The window says that it listens: `{ type, version }`. */
export const READY = 'handshake-probe-ready'
/** The probe sends lines: a ProbeMessage. */
const LINES = 'handshake-probe'

const MOST_LINES = 5_000
const LONGEST_LINE = 300_000
const LONGEST_HEADER = 2_000

/** What a probe sends: at first that it begins, then lines of RTCStatsDump v3, each with the time since the one before. */
export interface ProbeMessage {
  readonly type: typeof LINES
  readonly version: typeof VERSION
  /** One load of a page. */
  readonly session: string
  /** The object about the file, as JSON. */
  readonly header: string
  /** What was sent of this session before is sent again from here on. */
  readonly first: boolean
  readonly lines: readonly string[]
}

/**
 * Reads a message from another page; any property may be anything. null: it is none of a probe; `unknown-version`: it
 * is one of another version. Lines that are too long are left out.
 */
export function readProbeMessage(data: unknown): ProbeMessage | 'unknown-version' | null {
  if (typeof data !== 'object' || data === null) return null
  const { type, version, session, header, first, lines = [] } = data as Record<string, unknown>
  if (type !== LINES) return null
  if (version !== VERSION) return 'unknown-version'
  if (typeof session !== 'string' || !/^[a-z0-9]{1,40}$/.test(session)) return null
  if (typeof header !== 'string' || header.length > LONGEST_HEADER || !Array.isArray(lines)) return null
  return {
    type,
    version,
    session,
    header,
    first: first === true,
    lines: (lines as unknown[])
      .slice(0, MOST_LINES)
      .filter((line): line is string => typeof line === 'string' && line.length <= LONGEST_LINE),
  }
}
