import type { Dump, DumpConnection, DumpFormat, DumpLine, DumpName, DumpReport, Reading } from '../dump'
import { bodyOf } from './lineBody'
import type { LineBody } from './lineBody'
import { nameOf } from './methodNames'
import { candidateOf } from './values'

const MOST_SKIPPED = 20
const LONGEST_SKIPPED = 160
/** More lines than a day of calls has. */
const MOST_LINES = 500_000

/** Where a line is, and when. */
export interface LineHead {
  readonly at: number | null
  readonly conn: string | null
  readonly source: string
  /** What the file has in common for a call and its outcome. */
  readonly tracking?: string | undefined
}

type Draft = LineBody & Omit<LineHead, 'tracking'> & { call?: DumpLine }

/**
 * Collects what a reader finds, line by line in the order of the file, and makes the dump: its lines sorted by time,
 * each outcome with the call that it settles.
 */
export function createDumpBuilder(format: DumpFormat) {
  const lines: Draft[] = []
  const connections = new Map<string, DumpConnection>()
  const reports: DumpReport[] = []
  const skipped: string[] = []
  /** Calls without an outcome, by connection and method. */
  const open = new Map<string, { line: DumpLine; tracking: string | undefined }[]>()
  const kinds = new Map<string, string>()
  let dialect = ''
  let browser: string | null = null
  let covers: Dump['covers'] = []
  let isCut = false
  let savedAt: number | null = null

  /**
   * Adds a line by the name that the file gives its method. A name of none of ours is kept as `other`. `change`: what
   * the reader still has to do to the value.
   */
  function addEvent(
    method: string,
    value: unknown,
    head: LineHead,
    change: (body: LineBody) => LineBody = (body) => body,
  ): void {
    if (/^getstats$/i.test(method)) return
    const streamed = STREAMS[method.toLowerCase()]
    if (streamed !== undefined) {
      for (const kind of kindsIn(value)) addEvent(streamed, { kind }, head)
      return
    }
    const name = nameOf(method)
    if (name === null) {
      push({ name: 'other', value: { name: method.slice(0, 200) } }, head)
      return
    }
    const source = method.includes('Display') ? 'display' : 'user'
    const refused = method === 'addIceCandidateFailed' ? candidateOf(value) : null
    const call = refused === null ? callOf(name, head) : callOfRefused(refused.candidate, head)
    push(change(bodyOf(name, value, { kinds, call, source })), head, call)
  }

  /** Adds a line whose value is read already. */
  function push(body: LineBody, { at, conn, source, tracking }: LineHead, call?: DumpLine): void {
    if (lines.length >= MOST_LINES) {
      skip(`${source}: more than ${MOST_LINES} lines`)
      return
    }
    const line = { at, conn, source, ...body, ...(call !== undefined && { call }) } as Draft
    lines.push(line)
    if (conn !== null && !connections.has(conn)) addConnection({ id: conn })
    remember(line as unknown as DumpLine, tracking)
  }

  function remember(line: DumpLine, tracking: string | undefined): void {
    for (const { id, kind } of tracksOf(line)) {
      if (id !== undefined && kind !== '' && kinds.size < 10_000) kinds.set(id, kind)
    }
    if (!SETTLING.has(line.name)) return
    const key = `${line.name} ${line.conn}`
    const waiting = open.get(key)
    if (waiting === undefined) open.set(key, [{ line, tracking }])
    else waiting.push({ line, tracking })
  }

  /** The call that a line settles. Calls of the operations chain settle in their order (WebRTC §4.4.1.2). */
  function callOf(name: DumpName, { conn, tracking }: LineHead): DumpLine | undefined {
    const method = /^(.*)On(?:Success|Failure)$/.exec(name)?.[1]
    if (method === undefined) return undefined
    const key = `${method} ${conn}`
    const waiting = open.get(key) ?? []
    if (tracking !== undefined) {
      const at = waiting.findIndex((one) => one.tracking === tracking)
      return at < 0 ? undefined : waiting.splice(at, 1)[0]?.line
    }
    // Chromium writes no line for a candidate that was added, so only the last one can have been refused.
    if (method === 'addIceCandidate') {
      const last = waiting.pop()
      open.delete(key)
      return last?.line
    }
    return waiting.shift()?.line
  }

  /**
   * Until 2025 Chromium wrote `addIceCandidateFailed` in the place of the call, with the candidate. Other files have both
   * lines, so the last call is the one only if its candidate is the same.
   */
  function callOfRefused(refused: string, { conn }: LineHead): DumpLine | undefined {
    const waiting = open.get(`addIceCandidate ${conn}`)
    const last = waiting?.at(-1)?.line
    if (last?.name !== 'addIceCandidate' || last.value?.candidate !== refused) return undefined
    waiting?.pop()
    return last
  }

  function addConnection(one: Partial<DumpConnection> & { id: string }): void {
    const known = connections.get(one.id) ?? { page: null, configuration: null, role: null }
    connections.set(one.id, { ...known, ...one })
  }

  function skip(what: string): void {
    if (skipped.length < MOST_SKIPPED) skipped.push(what.slice(0, LONGEST_SKIPPED))
  }

  /** The dump, or `no-connections` where the file has neither lines nor connections. */
  function finish(): Reading {
    if (lines.length === 0 && connections.size === 0)
      return { problem: 'no-connections', format, detail: skipped[0] ?? '' }
    return {
      dump: {
        format,
        dialect,
        browser,
        connections: [...connections.values()],
        lines: sorted(lines),
        reports,
        covers,
        skipped,
        ...(isCut && { isCut }),
        ...(savedAt !== null && { savedAt }),
      },
    }
  }

  return {
    addEvent,
    push,
    addConnection,
    addReports: (more: readonly DumpReport[]) => {
      for (const one of more) reports.push(one)
    },
    skip,
    /** Notes that the end of the file is missing. */
    cut: (what: string) => {
      isCut = true
      skip(what)
    },
    say: (about: {
      dialect?: string
      browser?: string | null
      covers?: Dump['covers']
      savedAt?: number | null
    }) => {
      dialect = about.dialect ?? dialect
      browser = about.browser ?? browser
      covers = about.covers ?? covers
      savedAt = about.savedAt ?? savedAt
    },
    connections: connections as ReadonlyMap<string, DumpConnection>,
    lines: lines as readonly Omit<Draft, 'call'>[],
    finish,
  }
}

export type DumpBuilder = ReturnType<typeof createDumpBuilder>

/** Methods and events of before 2018, of whole streams. Their texts name the tracks: `audio: [id], video: []`. */
const STREAMS: Readonly<Record<string, 'addTrack' | 'ontrack' | undefined>> = Object.assign(
  Object.create(null) as Record<string, 'addTrack' | 'ontrack'>,
  { addstream: 'addTrack', onaddstream: 'ontrack' } as const,
)

function kindsIn(value: unknown): string[] {
  const text = typeof value === 'string' ? value : ((JSON.stringify(value) as string | undefined) ?? '')
  return [...new Set(text.slice(0, 2_000).match(/\b(?:audio|video)\b(?!"?: ?\[\])/g))]
}

/** Methods with an outcome. */
const SETTLING = new Set<DumpName>([
  'createOffer',
  'createAnswer',
  'setLocalDescription',
  'setRemoteDescription',
  'addIceCandidate',
  'getUserMedia',
])

function tracksOf({ value }: DumpLine): { id?: string; kind: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('tracks' in value) return value.tracks
  return 'kind' in value ? [value] : []
}

/** By time; a line without one stays behind the line of its connection before it. */
function sorted(drafts: readonly Draft[]): DumpLine[] {
  const before = new Map<string | null, number>()
  const timed = drafts.map((draft, index) => {
    const at = draft.at ?? before.get(draft.conn) ?? -Infinity
    before.set(draft.conn, at)
    return { draft, index, at }
  })
  timed.sort((one, other) => one.at - other.at || one.index - other.index)
  const seqs = new Map<object, number>(timed.map(({ draft }, seq) => [draft, seq]))
  return timed.map(({ draft: { call, ...line } }, seq) => {
    const of = call === undefined ? undefined : seqs.get(call)
    return { seq, ...line, ...(of !== undefined && of < seq && { call: of }) }
  })
}
