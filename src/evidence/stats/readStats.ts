import type { Stat, StatsSample } from '../../session/statsRecorder'
import { pairEndText, pairRows } from '../../projections/pairRows'
import { byId, mediaTransport, numberOf, selectedPair, textOf } from '../../projections/statsReport'

/** The values of one sample of one connection; null where the browser does not report one. */
export interface StatsReading {
  /** Milliseconds since the call was created. */
  at: number
  /** Bits per second since the previous sample. */
  bitrateIn: number | null
  bitrateOut: number | null
  /** Seconds. */
  roundTripTime: number | null
  /** Seconds; the worst of all received streams. */
  jitter: number | null
  /** Share of the packets since the previous sample that did not arrive: 0 to 1. */
  loss: number | null
  /** Packets lost since the start; duplicates reduce it (RFC 3550 §6.4.1). */
  packetsLost: number | null
  framesPerSecond: number | null
  framesDecoded: number | null
  /** `opus · VP8` */
  codecsIn: string | null
  codecsOut: string | null
  /** `host 192.0.2.2:44578 ↔ prflx` */
  pair: string | null
  iceRole: string | null
  dtlsState: string | null
  dtlsRole: string | null
  tlsVersion: string | null
  dtlsCipher: string | null
  srtpCipher: string | null
  /** Of the certificate that the other end presented. */
  fingerprint: string | null
}

const TLS_VERSIONS: Record<string, string> = { FEFC: 'DTLS 1.3', FEFD: 'DTLS 1.2', FEFF: 'DTLS 1.0' }

/** Reads a sample; rates need the previous sample of the same connection. */
export function readStats({ at, stats }: StatsSample, before: StatsSample | null): StatsReading {
  const inbound = stats.filter(({ type }) => type === 'inbound-rtp')
  const outbound = stats.filter(({ type }) => type === 'outbound-rtp')
  const video = inbound.find(({ kind }) => kind === 'video')
  const transport = mediaTransport(stats)
  const earlier = before?.stats ?? []
  const bytesIn = rate(inbound, earlier, 'bytesReceived')
  const bytesOut = rate(outbound, earlier, 'bytesSent')
  const remote = byId(stats, transport?.['remoteCertificateId'])
  // Finding the selected pair does not need the role.
  const pair = pairRows(stats, null).find(({ isSelected }) => isSelected)
  return {
    at,
    bitrateIn: bytesIn === null ? null : bytesIn * 8,
    bitrateOut: bytesOut === null ? null : bytesOut * 8,
    roundTripTime: numberOf(selectedPair(stats), 'currentRoundTripTime'),
    jitter: largest(inbound, 'jitter'),
    loss: lossSince(inbound, earlier),
    packetsLost: sum(inbound, 'packetsLost'),
    framesPerSecond: numberOf(video, 'framesPerSecond'),
    framesDecoded: numberOf(video, 'framesDecoded'),
    codecsIn: codecNames(stats, inbound),
    codecsOut: codecNames(stats, outbound),
    pair: pair === undefined ? null : `${pairEndText(pair.local)} ↔ ${pairEndText(pair.remote)}`,
    iceRole: textOf(transport, 'iceRole'),
    dtlsState: textOf(transport, 'dtlsState'),
    dtlsRole: textOf(transport, 'dtlsRole'),
    tlsVersion: tlsVersion(textOf(transport, 'tlsVersion')),
    dtlsCipher: textOf(transport, 'dtlsCipher'),
    srtpCipher: textOf(transport, 'srtpCipher'),
    fingerprint: textOf(remote, 'fingerprint'),
  }
}

function largest(stats: readonly Stat[], name: string): number | null {
  const values = stats.map((stat) => numberOf(stat, name)).filter((value) => value !== null)
  return values.length === 0 ? null : Math.max(...values)
}

function sum(stats: readonly Stat[], name: string): number | null {
  const values = stats.map((stat) => numberOf(stat, name)).filter((value) => value !== null)
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0)
}

/** Growth of a counter per second, over all streams that were in both samples; null without any. */
function rate(now: readonly Stat[], before: readonly Stat[], name: string): number | null {
  const rates = now.map((stat) => growth(stat, byId(before, stat.id), name)).filter((one) => one !== null)
  return rates.length === 0 ? null : rates.reduce((total, one) => total + one, 0)
}

/** null if a counter decreased: it was reset, and its growth is not known. */
function growth(now: Stat, before: Stat | undefined, name: string): number | null {
  const [value, earlier] = [numberOf(now, name), numberOf(before, name)]
  if (before === undefined || value === null || earlier === null || value < earlier) return null
  const seconds = (now.timestamp - before.timestamp) / 1000
  return seconds > 0 ? (value - earlier) / seconds : null
}

function lossSince(now: readonly Stat[], before: readonly Stat[]): number | null {
  let [lost, expected] = [0, 0]
  for (const stat of now) {
    const earlier = byId(before, stat.id)
    const received = difference(stat, earlier, 'packetsReceived')
    const missing = difference(stat, earlier, 'packetsLost')
    if (received === null || missing === null || received < 0) continue
    // A late packet reduces the loss, so this may be negative.
    lost += missing
    expected += received + missing
  }
  return expected > 0 ? Math.min(1, Math.max(0, lost / expected)) : null
}

function difference(now: Stat, before: Stat | undefined, name: string): number | null {
  const [value, earlier] = [numberOf(now, name), numberOf(before, name)]
  return value === null || earlier === null ? null : value - earlier
}

function codecNames(report: readonly Stat[], streams: readonly Stat[]): string | null {
  const names = streams.map(({ codecId }) => textOf(byId(report, codecId), 'mimeType')?.split('/')[1])
  const known = new Set(names.filter((name) => name !== undefined))
  return known.size === 0 ? null : [...known].join(' · ')
}

function tlsVersion(version: string | null): string | null {
  return version === null ? null : (TLS_VERSIONS[version.toUpperCase()] ?? version)
}
