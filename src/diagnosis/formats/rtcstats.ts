import type { DumpCoverage, DumpFormat, DumpLine, Reading } from '../dump'
import { browserName } from './browserName'
import { createDumpBuilder } from './builder'
import type { DumpBuilder, LineHead } from './builder'
import { configurationOf } from './configuration'
import { createDescriptionReader } from './descriptionDelta'
import { field, isObject, numberField, pageOf, parseJson, textField, timeOf, unquote } from './foreign'
import type { Pace } from './pace'
import { createStatsColumns } from './statsColumns'
import { createStatsReader } from './statsDelta'
import { methodName } from './v3Numbers'

/** rtcstats.js takes note of the size in which a video element shows a track; Chromium's own file does not. */
const COVERS: readonly DumpCoverage[] = ['calls', 'states', 'descriptions', 'candidates', 'capture', 'stats']

/**
 * Reads RTCStatsDump v3, of rtcstats.js or of Chromium: after a first line and an object about the file, a line is
 * `[method, connection, value, …extra, milliseconds since the line before]`.
 */
export function readRtcstats(text: string, pace: Pace): Promise<Reading> {
  return readLines('rtcstats-v3', text, pace)
}

/** Reads what meet.jit.si and rtcstats of before 2025 store: the same lines without a beginning, with whole times. */
export function readJitsi(text: string, pace: Pace): Promise<Reading> {
  return readLines('jitsi-rtcstats', text, pace)
}

async function readLines(format: DumpFormat & ('rtcstats-v3' | 'jitsi-rtcstats'), text: string, pace: Pace) {
  const builder = createDumpBuilder(format)
  const reader = createLineReader(format, builder)
  let from = 0
  let number = 0
  while (from < text.length) {
    const found = text.indexOf('\n', from)
    const end = found < 0 ? text.length : found
    const line = text.slice(from, end).trim()
    number += 1
    from = end + 1
    if (line !== '' && !(number === 1 && /^\uFEFF?RTCStatsDump$/.test(line)))
      reader.read(line, number, found < 0)
    await pace(from / text.length)
  }
  return reader.finish()
}

function createLineReader(format: 'rtcstats-v3' | 'jitsi-rtcstats', builder: DumpBuilder) {
  const columns = createStatsColumns()
  const stats = new Map<string, ReturnType<typeof createStatsReader>>()
  const descriptions = new Map<string, ReturnType<typeof createDescriptionReader>>()
  let clock = 0
  let latest: number | null = null
  let browser: string | null = null
  let origin: string | null = null
  let isChromium = false
  let hasPlayback = false
  /** Whether our own probe wrote the lines, and whether it watched the camera too. */
  let probe: { capture: boolean } | null = null

  function read(text: string, number: number, isLast: boolean): void {
    const source = `line ${number}`
    const line = parseJson(text)
    if (isObject(line)) readHeader(line)
    else if (!Array.isArray(line) || line.length < 2) {
      if (isLast && line === undefined) builder.cut(`${source}: cut off`)
      else builder.skip(`${source}: no line of a dump`)
    } else readArray(line as unknown[], source)
  }

  function readHeader(header: unknown): void {
    builder.say({ savedAt: timeOf(numberField(header, 'savedAt')) })
    browser =
      browserName(textField(header, 'userAgent', 'UserAgent'), field(header, 'userAgentData')) ?? browser
    if (field(header, 'probe') !== undefined) probe = { capture: field(header, 'capture') === true }
    origin = pageOf(field(header, 'url')) ?? pageOf(field(header, 'origin')) ?? origin
  }

  function readArray([first, second, value, ...rest]: unknown[], source: string): void {
    if (typeof first !== 'string' && typeof first !== 'number') {
      builder.skip(`${source}: no method`)
      return
    }
    const at = timeFrom(rest.pop())
    const method = methodName(first)
    const id = typeof second === 'string' || typeof second === 'number' ? String(second) : null
    // Chromium's pages have the connection 0 for what belongs to none.
    const isCapture = method.startsWith('navigator.mediaDevices.')
    const conn = id === null || (isCapture && /^\d+-0$/.test(id)) ? null : id
    const head = { at, conn, source, tracking: rest.find(isTracking) }
    if (/^getstats$/i.test(method)) readStats(conn, value, at)
    else if (method === 'create' && conn === null) readHeader(value)
    else if (conn === null && ABOUT.has(method)) readHeader(unquote(value))
    else readEvent(method, value, rest, head)
  }

  /** Times of v3 are differences, those of Jitsi are whole. A clock that was set back does not change the order. */
  function timeFrom(value: unknown): number | null {
    if (typeof value !== 'number' || !Number.isFinite(value)) return null
    clock = format === 'rtcstats-v3' || value < EARLIEST ? clock + value : value
    const at = timeOf(clock)
    if (at !== null) latest = Math.max(latest ?? 0, at)
    return latest
  }

  function readEvent(method: string, value: unknown, rest: unknown[], head: LineHead): void {
    const { conn } = head
    if (method === 'create' && conn !== null) {
      const page = rest.map(pageOf).find((one) => one !== null) ?? origin
      isChromium ||= /^\d+-\d+$/.test(conn)
      const role = rest
        .map((one) => textField(one, 'role'))
        .find((one) => one === 'caller' || one === 'callee')
      builder.addConnection({
        id: conn,
        page,
        configuration: configurationOf(value),
        ...(role !== undefined && { role }),
      })
    }
    hasPlayback ||= method === 'HTMLMediaElement.resize'
    const isOfTrack = method === 'MediaStreamTrack.stop' || method === 'HTMLMediaElement.resize'
    const of = isOfTrack && !(Array.isArray(value) && value.length > 1) ? { id: rest[0] } : value
    builder.addEvent(method, of, head, conn === null ? undefined : descriptionReader(conn).read)
  }

  function descriptionReader(conn: string) {
    const reader = descriptions.get(conn) ?? createDescriptionReader()
    descriptions.set(conn, reader)
    return reader
  }

  function readStats(conn: string | null, value: unknown, at: number | null): void {
    if (conn === null || columns.isFull()) return
    const reader = stats.get(conn) ?? createStatsReader()
    stats.set(conn, reader)
    if (!builder.connections.has(conn)) builder.addConnection({ id: conn })
    for (const one of reader.read(value, at)) columns.add(conn, one.id, one.type, one.at, one.values)
  }

  function finish(): Reading {
    if (columns.isFull()) builder.skip('the file has more statistics than fit into memory')
    builder.addReports(columns.finish())
    const dialect =
      format === 'jitsi-rtcstats' ? '' : probe ? 'Handshake' : isChromium ? 'Chromium' : 'rtcstats.js'
    const covers = coversOf(builder.lines, hasPlayback || dialect === 'rtcstats.js')
    builder.say({
      browser,
      dialect,
      covers: probe?.capture === false ? covers.filter((one) => one !== 'capture') : covers,
    })
    return builder.finish()
  }

  return { read, finish }
}

/** A whole time is later (milliseconds since the epoch); lines of v3 may have lost their beginning. */
const EARLIEST = 1e10

/** Lines about the file or the page. */
const ABOUT = new Set(['connectionInfo', 'identity', 'publicMetadata', 'userAgent', 'meta'])

/** `6-0` of rtcstats.js, `getUserMedia-8-13552-0` of Chromium. */
function isTracking(value: unknown): value is string {
  return typeof value === 'string' && /^(?:\d+|\w+(?:-\d+)+)-\d+$/.test(value)
}

/** Some services blank every description and candidate: what then is absent was never recorded. */
function coversOf(lines: DumpBuilder['lines'], hasPlayback: boolean): DumpCoverage[] {
  const all = lines as readonly Pick<DumpLine, 'name' | 'value'>[]
  const texts = (name: 'sdp' | 'candidate') =>
    all.map(({ value }) => textField(value, name)).filter((one) => one !== null)
  const isBlanked = (name: 'sdp' | 'candidate') =>
    texts(name).length > 0 && texts(name).every((one) => one === '')
  const blanked = new Set<DumpCoverage>([
    ...(isBlanked('sdp') ? (['descriptions'] as const) : []),
    ...(isBlanked('candidate') ? (['candidates'] as const) : []),
  ])
  return [...COVERS.filter((one) => !blanked.has(one)), ...(hasPlayback ? (['playback'] as const) : [])]
}
