import type { DumpReport } from '../dump'
import { field, isObject, parseJson, textField, timeOf } from './foreign'
import type { Foreign } from './foreign'
import { withoutLegacy } from './legacyStats'
import { isMeasured } from './statsColumns'

interface Series {
  values: unknown[]
  start: number | null
  end: number | null
}

/** Texts that may look like numbers (webrtc-stats §8): webrtc-internals makes numbers of them. */
const TEXTS = new Set([
  'foundation',
  'mid',
  'rid',
  'usernameFragment',
  'iceLocalUsernameFragment',
  'label',
  'trackIdentifier',
])

/** Where older Chromium names no type, the id of a report begins with it (webrtc-stats was implemented so until 2022). */
const TYPES: readonly [RegExp, string][] = [
  [/^RTCRemoteInboundR/, 'remote-inbound-rtp'],
  [/^RTCRemoteOutboundR/, 'remote-outbound-rtp'],
  [/^RTCInboundR/, 'inbound-rtp'],
  [/^RTCOutboundR/, 'outbound-rtp'],
  [/^RTCIceCandidatePair/, 'candidate-pair'],
  [/^RTCTransport/, 'transport'],
  [/^RTCCodec/, 'codec'],
  [/^RTCCertificate/, 'certificate'],
  [/^RTCDataChannel/, 'data-channel'],
  [/^RTCPeerConnection/, 'peer-connection'],
  [/^RTC(?:Audio|Video)Source/, 'media-source'],
  [/^RTCMediaStreamTrack/, 'track'],
  [/^RTCMediaStream/, 'stream'],
]

/**
 * The statistics of a connection in webrtc-internals: a series for each `<id>-<property>`, with the times in
 * `<id>-timestamp`. Chromium keeps the last 1,000 samples.
 */
export function reportsOf(conn: string, stats: unknown): DumpReport[] {
  if (!isObject(stats)) return []
  const byId = new Map<string, { type: string; series: Map<string, Series> }>()
  for (const [key, value] of Object.entries(stats)) {
    const at = key.endsWith(']') ? key.lastIndexOf('-[') : key.lastIndexOf('-')
    const series = at > 0 && isObject(value) ? seriesOf(value) : null
    if (series === null) continue
    const id = key.slice(0, at)
    const report = byId.get(id) ?? { type: '', series: new Map<string, Series>() }
    byId.set(id, report)
    report.type ||= textField(value, 'statsType') ?? ''
    report.series.set(key.slice(at + 1), series)
  }
  return withoutLegacy([...byId].flatMap(([id, { type, series }]) => reportOf(conn, id, type, series)))
}

function seriesOf(value: Foreign): Series | null {
  const listed = field(value, 'values')
  const values = typeof listed === 'string' ? parseJson(listed) : listed
  if (!Array.isArray(values)) return null
  return {
    values: values as unknown[],
    start: timeOf(field(value, 'startTime')),
    end: timeOf(field(value, 'endTime')),
  }
}

function reportOf(conn: string, id: string, named: string, series: Map<string, Series>): DumpReport[] {
  const { times, rows } = timesOf(series)
  if (times.length === 0) return []
  const values: [string, unknown[]][] = []
  for (const [name, one] of series) {
    if (!isMeasured(name)) continue
    const column = aligned(TEXTS.has(name) ? { ...one, values: one.values.map(textOf) } : one, rows)
    values.push([name, times.length === rows.length ? column : rising(rows).map((row) => column[row])])
  }
  const type = named || stated(series) || guessed(id, series)
  return [{ conn, id, type, times, values: Object.fromEntries(values) }]
}

function textOf(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value
}

function stated(series: Map<string, Series>): string {
  const type = series.get('type')?.values.at(-1)
  return typeof type === 'string' ? type : ''
}

function guessed(id: string, series: Map<string, Series>): string {
  if (/^RTCIceCandidate_/.test(id))
    return series.get('isRemote')?.values.at(-1) === true ? 'remote-candidate' : 'local-candidate'
  return TYPES.find(([pattern]) => pattern.test(id))?.[1] ?? ''
}

/** The times of a report as the file has them (`rows`), and those of them that rise (`times`). */
function timesOf(series: Map<string, Series>): { times: number[]; rows: number[] } {
  const own = series.get('timestamp')
  const rows = own ? own.values.map((at) => timeOf(at) ?? NaN) : evenTimes(series)
  return { times: rising(rows).map((row) => rows[row] ?? NaN), rows }
}

/** The places of the times that are later than all before. */
function rising(rows: readonly number[]): number[] {
  let last = -Infinity
  const places: number[] = []
  for (const [place, at] of rows.entries()) {
    if (!(at > last)) continue
    places.push(place)
    last = at
  }
  return places
}

/** Without times, the longest series is spread over the time that it says. */
function evenTimes(series: Map<string, Series>): number[] {
  let longest: Series | undefined
  for (const one of series.values()) if (one.values.length > (longest?.values.length ?? 0)) longest = one
  if (longest === undefined || longest.start === null) return []
  const { start, end, values } = longest
  const step = values.length > 1 ? ((end ?? start) - start) / (values.length - 1) || 1_000 : 0
  return values.map((_, index) => start + index * step)
}

/**
 * The values at the times of their report. A property that was absent at first begins at its own start. One that was
 * absent in between cannot be placed: its values then count from the end.
 */
function aligned({ values, start, end }: Series, rows: readonly number[]): unknown[] {
  if (values.length === rows.length) return values
  const from = start === null ? -1 : nearest(rows, start)
  const to = end === null ? -1 : nearest(rows, end)
  const first = from >= 0 && to - from + 1 === values.length ? from : rows.length - values.length
  return rows.map((_, row) => values[row - first])
}

function nearest(rows: readonly number[], at: number): number {
  let best = -1
  for (const [row, time] of rows.entries()) {
    const known = best < 0 ? Infinity : Math.abs((rows[best] ?? NaN) - at)
    if (Math.abs(time - at) < known) best = row
  }
  return best
}
