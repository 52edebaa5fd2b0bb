import type { DumpCoverage, Reading } from '../dump'
import { browserName } from './browserName'
import { createDumpBuilder } from './builder'
import type { DumpBuilder } from './builder'
import { configurationOf } from './configuration'
import { field, isObject, pageOf, textField, timeOf, unquote } from './foreign'
import type { Foreign } from './foreign'
import { reportsOf } from './internalsStats'
import { entryTime, isLocal, zoneShift } from './internalsTimes'
import { readJsonStart } from './jsonStart'
import type { Pace } from './pace'

const COVERS: readonly DumpCoverage[] = ['calls', 'states', 'descriptions', 'candidates', 'capture', 'stats']

/**
 * Reads a dump of chrome://webrtc-internals, of any version since 2021. Its format is documented nowhere; it changed
 * its names and values five times. A file that is cut off is read as far as it goes.
 */
export async function readInternals(text: string, pace: Pace): Promise<Reading> {
  const { value, isWhole } = readJsonStart(text)
  if (!isObject(value)) return { problem: 'cut-off', format: 'webrtc-internals', detail: '' }
  const builder = createDumpBuilder('webrtc-internals')
  if (!isWhole) builder.cut('the file is cut off')
  const requests = field(value, 'getUserMedia')
  if (Array.isArray(requests)) {
    for (const [index, entry] of requests.entries()) addCapture(builder, entry, `getUserMedia ${index}`)
  }
  const all = field(value, 'PeerConnections')
  const connections = isObject(all) ? Object.entries(all) : []
  for (const [index, [id, connection]] of connections.entries()) {
    await pace(index / connections.length)
    // Before version 145 an empty connection of this name was listed.
    if (id === 'undefined-undefined') continue
    if (isObject(connection)) addConnection(builder, id, connection, isWhole)
    else builder.skip(`PeerConnections ${id}: no object`)
  }
  builder.say({
    browser: browserOf(value),
    dialect: dialectOf(value, builder),
    covers: COVERS,
    savedAt: timeOf(field(value, 'timestamp')),
  })
  if (builder.connections.size > 0 || builder.lines.some(({ name }) => name.startsWith('getUserMedia')))
    return builder.finish()
  return {
    problem: isWhole ? 'no-connections' : 'cut-off',
    format: 'webrtc-internals',
    detail: browserOf(value) ?? '',
  }
}

function addConnection(builder: DumpBuilder, id: string, connection: Foreign, isWhole: boolean): void {
  const configuration = configurationOf(field(connection, 'rtcConfiguration'))
  const page = pageOf(field(connection, 'url'))
  builder.addConnection({ id, page, configuration })
  // The file does not say when it was constructed.
  builder.addEvent('create', field(connection, 'rtcConfiguration'), {
    at: null,
    conn: id,
    source: `${id}, rtcConfiguration`,
  })
  const listed = field(connection, 'updateLog')
  const log: unknown[] = Array.isArray(listed) ? listed : []
  const stats = field(connection, 'stats')
  const shift = zoneShift(log, stats)
  for (const [index, entry] of log.entries()) {
    const method = textField(entry, 'type')
    if (method === null) {
      // Where a file is cut off, its last entry may be half.
      if (isWhole || index < log.length - 1) builder.skip(`${id}, updateLog ${index}: no type`)
      continue
    }
    const at = entryTime(entry)
    const source = `${id}, updateLog ${index}`
    const value = field(entry, 'value')
    builder.addEvent(method, value === '' ? null : value, {
      at: at === null ? null : at + shift,
      conn: id,
      source,
    })
  }
  builder.addReports(reportsOf(id, stats))
}

/** A request has constraints, an outcome has an error or the tracks. They have the same number in one page. */
function addCapture(builder: DumpBuilder, entry: unknown, source: string): void {
  if (!isObject(entry)) {
    builder.skip(`${source}: no object`)
    return
  }
  const number = textField(entry, 'request_id')
  const head = {
    at: entryTime(entry),
    conn: null,
    source,
    tracking: number === null ? undefined : `${textField(entry, 'rid')} ${textField(entry, 'pid')} ${number}`,
  }
  const method = field(entry, 'request_type') === 'getDisplayMedia' ? 'getDisplayMedia' : 'getUserMedia'
  const name = `navigator.mediaDevices.${method}`
  const tracks = ['audio', 'video'].flatMap((kind) => trackIn(entry, kind))
  if (field(entry, 'error') !== undefined) builder.addEvent(`${name}OnFailure`, entry, head)
  else if (field(entry, 'stream_id') !== undefined || tracks.length > 0)
    builder.addEvent(`${name}OnSuccess`, tracks, head)
  else if (field(entry, 'audio', 'video') !== undefined) builder.addEvent(name, entry, head)
}

/** JSON, or `id:… label:…` until 2025. */
function trackIn(entry: Foreign, kind: string): [string, string | null][] {
  const info = unquote(field(entry, `${kind}_track_info`))
  if (info === undefined || info === null || info === '') return []
  return [
    [kind, textField(info, 'id') ?? (typeof info === 'string' ? /^id:(\S+)/.exec(info)?.[1] : null) ?? null],
  ]
}

function browserOf(file: Foreign): string | null {
  return browserName(textField(file, 'UserAgent'), field(file, 'UserAgentData'))
}

/** Which of the five forms it is, by the years or versions of Chromium that wrote it. */
function dialectOf(file: Foreign, builder: DumpBuilder): string {
  const entries = Object.values(
    isObject(field(file, 'PeerConnections')) ? (field(file, 'PeerConnections') as Foreign) : {},
  ).flatMap((one) => {
    const log = field(one, 'updateLog')
    return Array.isArray(log) ? (log as unknown[]) : []
  })
  const types = new Set(entries.map((entry) => textField(entry, 'type') ?? ''))
  if (timeOf(field(file, 'timestamp')) !== null) return 'M147+'
  if (builder.lines.length === 0) return ''
  const hasLocal = entries.some(isLocal)
  if (!hasLocal && entries.length > 0)
    return [...types].some((type) => /^on[a-z]+$/.test(type)) ? 'M144' : 'M142'
  return [...types].some((type) => /[a-z]+StateChange$|^onIceCandidate$/.test(type)) ? '–2021' : '2022–24'
}

/** Whether the beginning of a text is that of such a dump, or of one without connections. */
export function looksLikeInternals(head: string): boolean {
  return (
    /^\s*\{/.test(head) &&
    /"(?:PeerConnections|updateLog|rtcConfiguration|UserAgentData|UserAgent|getUserMedia)"\s*:/.test(head)
  )
}
