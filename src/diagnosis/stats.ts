import type { DumpReport } from './dump'

/** A number that was measured at a time. */
export interface Sample {
  readonly at: number
  readonly value: number
}

/** Ids of Chromium, whose first dumps do not say the type (webrtc-stats §6). */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^(?:RTCInboundRTP|IT\d*[AV])/, 'inbound-rtp'],
  [/^(?:RTCOutboundRTP|OT\d*[AV])/, 'outbound-rtp'],
  [/^(?:RTCRemoteInboundRtp|RI[AV])/, 'remote-inbound-rtp'],
  [/^RTCIceCandidatePair_|^CP/, 'candidate-pair'],
  [/^RTCTransport_|^T\d/, 'transport'],
  [/^RTCDataChannel_|^D\d/, 'data-channel'],
  [/^RTC(?:Audio|Video)Source_|^S[AV]\d/, 'media-source'],
]

/** The type of a report; read from its id if the file does not say it. */
export function typeOfReport({ type, id }: DumpReport): string {
  if (type === 'localcandidate') return 'local-candidate'
  if (type === 'remotecandidate') return 'remote-candidate'
  return type !== '' ? type : (PREFIXES.find(([pattern]) => pattern.test(id))?.[1] ?? '')
}

/** The reports of one type. */
export function reportsOf(reports: readonly DumpReport[], type: string): DumpReport[] {
  return reports.filter((report) => typeOfReport(report) === type)
}

/** `audio` or `video`; empty: the report does not say. */
export function kindOf(report: DumpReport): string {
  const said = textOf(report, 'kind') || textOf(report, 'mediaType')
  if (said !== '') return said
  const letter = /^(?:RTC\w*?(Audio|Video)|(?:[IO]T\d*|S|RI)([AV]))/.exec(report.id)
  const found = letter?.[1] ?? letter?.[2] ?? ''
  return found === '' ? '' : /^A/.test(found) ? 'audio' : 'video'
}

/** The last value of a property that was measured; undefined: never. */
export function lastOf(report: DumpReport, name: string): unknown {
  const values = Object.hasOwn(report.values, name) ? report.values[name] : undefined
  return values?.findLast((value) => value !== undefined && value !== null)
}

/** The last value as a text; empty if there is none. */
export function textOf(report: DumpReport, name: string): string {
  const value = lastOf(report, name)
  return typeof value === 'string' ? value : ''
}

/** The last value as a number; null if there is none. */
export function numberOf(report: DumpReport, name: string): number | null {
  const value = lastOf(report, name)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** A property over time. */
export function seriesOf(report: DumpReport, name: string): Sample[] {
  const values = Object.hasOwn(report.values, name) ? (report.values[name] ?? []) : []
  return values.flatMap((value, index) => {
    const at = report.times[index]
    return typeof value === 'number' && Number.isFinite(value) && typeof at === 'number'
      ? [{ at, value }]
      : []
  })
}

/** How much a counter grew in the last part of its time, and in how many milliseconds; null: fewer than two samples. */
export function growthOf(
  report: DumpReport,
  name: string,
  window = Infinity,
): { by: number; within: number; samples: number } | null {
  const series = seriesOf(report, name)
  const end = series.at(-1)
  if (end === undefined) return null
  const part = series.filter(({ at }) => end.at - at <= window)
  const [start] = part
  if (start === undefined || part.length < 2) return null
  return { by: end.value - start.value, within: end.at - start.at, samples: part.length }
}

/** When a property first had a value; null: never. */
export function firstTimeOf(report: DumpReport, name: string, value: unknown): number | null {
  const values = Object.hasOwn(report.values, name) ? (report.values[name] ?? []) : []
  const index = values.indexOf(value)
  return index < 0 ? null : (report.times[index] ?? null)
}

/** Whether a property ever had a value that fits. */
export function everHad(report: DumpReport, name: string, fits: (value: unknown) => boolean): boolean {
  const values = Object.hasOwn(report.values, name) ? report.values[name] : undefined
  return values?.some(fits) ?? false
}
