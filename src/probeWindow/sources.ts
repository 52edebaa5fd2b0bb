import type { ProbeMessage } from './probeMessage'

/** A page that is watched, and what it sent. */
export interface Source {
  readonly session: string
  /** Where the browser says that the page is from. */
  readonly origin: string
  /** Lines that are no statistics. */
  readonly events: number
  /** Samples of statistics. */
  readonly samples: number
  /** Rises with everything that arrives. */
  readonly version: number
}

export interface Sources {
  /** Takes a message; returns whether it changed anything. */
  take(origin: string, message: ProbeMessage): boolean
  forget(session: string): void
  list(): readonly Source[]
  /** Everything of one source as a file in RTCStatsDump v3; null: there is none. */
  textOf(session: string): string | null
  /** The same as messages that make another window know it. */
  messagesOf(session: string): { origin: string; message: ProbeMessage }[]
}

const MOST_SOURCES = 20
const MOST_EVENTS = 20_000
/** Samples of one connection each second; above it, every second one of the older half is left out. */
const MOST_SAMPLES = 600

interface Line {
  /** The line without its time. */
  readonly body: readonly unknown[]
  readonly at: number
}

interface Kept extends Source {
  header: string
  clock: number
  lines: Line[]
  events: number
  samples: number
  version: number
}

/** Keeps what probes send, by the session that sent it. */
export function createSources(): Sources {
  const all = new Map<string, Kept>()

  function begin(origin: string, { session, header }: ProbeMessage): Kept | undefined {
    const old = all.get(session)
    if (old === undefined ? all.size >= MOST_SOURCES : old.origin !== origin) return undefined
    const version = (old?.version ?? 0) + 1
    const kept: Kept = { session, origin, header, clock: 0, lines: [], events: 0, samples: 0, version }
    all.set(session, kept)
    return kept
  }

  function render({ lines }: Kept): string[] {
    let clock = 0
    return lines.map(({ body, at }) => {
      const delta = at - clock
      clock = at
      return JSON.stringify([...body, delta])
    })
  }

  return {
    take(origin, message) {
      const kept = message.first ? begin(origin, message) : all.get(message.session)
      if (kept?.origin !== origin) return false
      kept.header = message.header
      for (const line of message.lines) addLine(kept, line)
      kept.version += 1
      return true
    },
    forget: (session) => void all.delete(session),
    list: () =>
      [...all.values()].map(({ session, origin, events, samples, version }) => ({
        session,
        origin,
        events,
        samples,
        version,
      })),
    textOf(session) {
      const kept = all.get(session)
      return kept === undefined ? null : ['RTCStatsDump', kept.header, ...render(kept), ''].join('\n')
    },
    messagesOf(session) {
      const kept = all.get(session)
      if (kept === undefined) return []
      const { origin, header } = kept
      const lines = render(kept)
      const message = { type: 'handshake-probe', version: 1, session, header, first: true, lines } as const
      return [{ origin, message }]
    },
  }
}

function addLine(kept: Kept, text: string): void {
  const line = parse(text)
  const delta = line?.pop()
  if (line === undefined || typeof delta !== 'number' || !Number.isFinite(delta)) return
  // The time passes also with a line that is not kept.
  kept.clock += delta
  const isSample = line[0] === 'getStats'
  if (!isSample && kept.events >= MOST_EVENTS) return
  kept.lines.push({ body: line, at: kept.clock })
  if (isSample) kept.samples += 1
  else kept.events += 1
  if (kept.samples > MOST_SAMPLES) thin(kept)
}

function thin(kept: Kept): void {
  let seen = 0
  kept.lines = kept.lines.filter(({ body }) => {
    if (body[0] !== 'getStats') return true
    seen += 1
    return seen > MOST_SAMPLES / 2 || seen % 2 === 0
  })
  kept.samples = kept.lines.filter(({ body }) => body[0] === 'getStats').length
}

function parse(text: string): unknown[] | undefined {
  try {
    const line = JSON.parse(text) as unknown
    return Array.isArray(line) && typeof line[0] === 'string' ? (line as unknown[]) : undefined
  } catch {
    return undefined
  }
}
