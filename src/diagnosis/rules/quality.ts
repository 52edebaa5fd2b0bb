import type { DumpReport } from '../dump'
import { reportProof } from '../finding'
import type { Finding, Rule, View } from '../finding'
import { growthOf, kindOf, lastOf, numberOf, reportsOf, seriesOf, textOf } from '../stats'

/** Milliseconds: sending begins near 300 kbit/s and takes its time, so a short call says nothing. */
const LONG = 20_000
/** The share of packets above which speech and pictures suffer. */
export const MUCH_LOSS = 0.08
const MUCH_FREEZING = 0.1
const MOSTLY = 0.6
/** Packets of which a share of lost ones says nothing yet. */
const FEW = 200
/** Frames per second that still look like motion. */
const SMOOTH = 12

/**
 * The call is up and its quality is poor: loss (webrtc-stats §8.3, packetsLost), freezes (§8.4.2, freezeCount), or a
 * sender that is held back by CPU or bandwidth most of the time (§8.5.2, qualityLimitationDurations). The limits are
 * judgements of this app, and high, so that a slow start is not blamed.
 */
export const poorQuality: Rule = (view) => loss(view) ?? freezes(view) ?? limited(view)

function loss({ history }: View): Finding | null {
  const received = reportsOf(history.reports, 'inbound-rtp').map((report) => ({
    report,
    share: lossOf(report),
    way: 'in',
  }))
  const sent = reportsOf(history.reports, 'remote-inbound-rtp').map((report) => ({
    report,
    share: sendsFew(history, report) ? null : averageLoss(report),
    way: 'out',
  }))
  const worst = [...received, ...sent]
    .filter(({ share }) => share !== null && share >= MUCH_LOSS)
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0))[0]
  if (worst === undefined) return null
  return {
    step: 'set-remote-answer',
    certainty: 'proved',
    proof: reportProof(history, worst.report.id),
    facts: { variant: 'loss', way: worst.way, percent: percent(worst.share), kind: kindOf(worst.report) },
  }
}

/** The share of packets that an end lost over the time of its reports; null: too short, or hardly any came. */
export function lossOf(report: DumpReport): number | null {
  const received = growthOf(report, 'packetsReceived')
  const lost = growthOf(report, 'packetsLost')
  if (received === null || lost === null || received.within < LONG / 2) return null
  const all = received.by + Math.max(0, lost.by)
  return all < FEW ? null : Math.max(0, lost.by) / all
}

/** Whether the stream that a report is about has hardly any packets, as silence with DTX: then one lost packet is a large share. */
function sendsFew(history: View['history'], report: DumpReport): boolean {
  const id = textOf(report, 'localId')
  const stream = reportsOf(history.reports, 'outbound-rtp').find((one) => one.id === id)
  const sent = stream && growthOf(stream, 'packetsSent')
  return sent != null && sent.by < FEW
}

function averageLoss(report: DumpReport): number | null {
  const series = seriesOf(report, 'fractionLost').filter(({ value }) => value >= 0 && value <= 1)
  const [first] = series
  const last = series.at(-1)
  if (!first || !last || last.at - first.at < LONG / 2 || series.length < 5) return null
  return series.reduce((sum, { value }) => sum + value, 0) / series.length
}

function freezes({ history }: View): Finding | null {
  for (const report of reportsOf(history.reports, 'inbound-rtp')) {
    const frozen = growthOf(report, 'totalFreezesDuration')
    const count = numberOf(report, 'freezeCount') ?? 0
    if (frozen === null || frozen.within < LONG || count < 3) continue
    // A screen that does not change sends no frames, which is counted as a freeze.
    if (textOf(report, 'contentType') === 'screenshare') continue
    const share = (frozen.by * 1000) / frozen.within
    if (share < MUCH_FREEZING) continue
    return {
      step: 'set-remote-answer',
      certainty: 'proved',
      proof: reportProof(history, report.id),
      facts: { variant: 'freezes', count: String(count), percent: percent(share), kind: 'video' },
    }
  }
  return null
}

function limited({ history }: View): Finding | null {
  for (const report of reportsOf(history.reports, 'outbound-rtp')) {
    const { reason, share, within } = limitOf(report)
    if (reason === null || within < LONG || share < MOSTLY) continue
    const fps = numberOf(report, 'framesPerSecond')
    if (hasBetterLayer(history, report)) continue
    const height = seriesOf(report, 'frameHeight')
    const isSmall =
      height.length > 1 && (height.at(-1)?.value ?? 0) * 2 <= Math.max(...height.map(({ value }) => value))
    // A limit that costs neither frames nor size is how a sender finds its rate.
    if (!(fps !== null && fps < SMOOTH) && !isSmall) continue
    return {
      step: 'set-remote-answer',
      certainty: 'likely',
      proof: reportProof(history, report.id),
      missing: ['other-end'],
      facts: { variant: 'limited', reason, percent: percent(share), kind: 'video' },
    }
  }
  return null
}

/** Whether another layer of the same source runs (simulcast, RFC 8853): the bandwidth decides how many do. */
function hasBetterLayer(history: View['history'], report: DumpReport): boolean {
  const source = textOf(report, 'mediaSourceId')
  return reportsOf(history.reports, 'outbound-rtp').some(
    (one) =>
      one !== report &&
      source !== '' &&
      textOf(one, 'mediaSourceId') === source &&
      (numberOf(one, 'framesPerSecond') ?? 0) >= SMOOTH,
  )
}

/** What held a sender back for the longest, and for which share of its time. */
export function limitOf(report: DumpReport): {
  reason: 'cpu' | 'bandwidth' | null
  share: number
  within: number
} {
  const durations = readDurations(lastOf(report, 'qualityLimitationDurations'))
  const all = Object.values(durations).reduce((sum, one) => sum + one, 0)
  const reason = (['cpu', 'bandwidth'] as const)
    .toSorted((a, b) => (durations[b] ?? 0) - (durations[a] ?? 0))
    .find((one) => (durations[one] ?? 0) > 0)
  return {
    reason: reason ?? null,
    share: all > 0 && reason ? (durations[reason] ?? 0) / all : 0,
    within: all * 1000,
  }
}

/** Chromium's dump has the durations as JSON in a text. */
function readDurations(value: unknown): Readonly<Record<string, number>> {
  let found: unknown = value
  if (typeof value === 'string') {
    try {
      found = JSON.parse(value)
    } catch {
      return {}
    }
  }
  if (typeof found !== 'object' || found === null) return {}
  return Object.fromEntries(
    Object.entries(found).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 0,
    ),
  )
}

export function percent(share: number | null): string {
  return String(Math.round((share ?? 0) * 1000) / 10)
}
