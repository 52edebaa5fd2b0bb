import type { Stat, StatsSample } from '../../session/statsRecorder'
import { pairEndText, pairRows } from '../../projections/pairRows'
import { byId, mediaTransport, numberOf, selectedPair, textOf } from '../../projections/statsReport'

/** What one sample says of one connection; null where the browser does not tell. */
export interface StatsReading {
  /** Milliseconds since the call was made. */
  at: number
  /** Bits per second since the sample before. */
  bitrateIn: number | null
  bitrateOut: number | null
  /** Seconds. */
  roundTripTime: number | null
  /** Seconds; of the worst stream received. */
  jitter: number | null
  /** Part of the packets since the sample before that did not arrive: 0 to 1. */
  loss: number | null
  /** Packets lost since the beginning; duplicates count against it (RFC 3550 §6.4.1). */
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
  /** Of the certificate that the other end showed. */
  fingerprint: string | null
}

const TLS_VERSIONS: Record<string, string> = { FEFC: 'DTLS 1.3', FEFD: 'DTLS 1.2', FEFF: 'DTLS 1.0' }

/** Reads a sample; rates need the one before it, of the same connection. */
export function readStats({ at, stats }: StatsSample, before: StatsSample | null): StatsReading {
  const inbound = stats.filter(({ type }) => type === 'inbound-rtp')
  const outbound = stats.filter(({ type }) => type === 'outbound-rtp')
  const video = inbound.find(({ kind }) => kind === 'video')
  const transport = mediaTransport(stats)
  const earlier = before?.stats ?? []
  const bytesIn = rate(inbound, earlier, 'bytesReceived')
  const bytesOut = rate(outbound, earlier, 'bytesSent')
  const remote = byId(stats, transport?.['remoteCertificateId'])
  // Which pair it is does not depend on the role.
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

/** Growth per second of a counter, over all streams that were there before; null when none was. */
function rate(now: readonly Stat[], before: readonly Stat[], name: string): number | null {
  const rates = now.map((stat) => growth(stat, byId(before, stat.id), name)).filter((one) => one !== null)
  return rates.length === 0 ? null : rates.reduce((total, one) => total + one, 0)
}

/** Null where a counter went back: then it was reset, and what it counted in between is not known. */
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
    // A late packet takes a loss back, so that this may be below zero.
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
