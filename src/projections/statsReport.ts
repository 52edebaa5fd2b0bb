import type { Stat } from '../session/statsRecorder'

/** The types that panels read; the rest of a report (certificates in base64, playout) would only use memory. */
export const READ_TYPES: ReadonlySet<string> = new Set([
  'candidate-pair',
  'certificate',
  'codec',
  'inbound-rtp',
  'local-candidate',
  'outbound-rtp',
  'remote-candidate',
  'remote-inbound-rtp',
  'transport',
])

/** A number in a statistics object; null if it is missing. */
export function numberOf(stat: Stat | undefined, name: string): number | null {
  const value = stat?.[name]
  return typeof value === 'number' ? value : null
}

/** A text in a statistics object; null if it is missing or empty. Browsers withhold an address by an empty text. */
export function textOf(stat: Stat | undefined, name: string): string | null {
  const value = stat?.[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The object with the id that another one names. */
export function byId(report: readonly Stat[], id: unknown): Stat | undefined {
  return report.find((stat) => stat.id === id)
}

/** The transport that carries the media: before BUNDLE is negotiated there may be several. */
export function mediaTransport(report: readonly Stat[]): Stat | undefined {
  const transports = report.filter(({ type }) => type === 'transport')
  return transports.find((stat) => textOf(stat, 'selectedCandidatePairId') !== null) ?? transports[0]
}

/** The pair in use: named by its transport, or marked `selected` in Firefox. */
export function selectedPair(report: readonly Stat[]): Stat | undefined {
  const named = byId(report, mediaTransport(report)?.['selectedCandidatePairId'])
  return named ?? report.find((stat) => stat.type === 'candidate-pair' && stat['selected'] === true)
}
