/** A statistics object as plain data: what an RTCStatsReport holds, or a recording of it (webrtc-stats). */
export type Stat = { id: string; type: string; timestamp: number } & Record<string, unknown>

/** What the table shows of one end; null where the browser does not tell. */
export interface StatsReading {
  /** Of the report, in milliseconds. */
  timestamp: number
  bytesReceived: number | null
  bytesSent: number | null
  /** Bits per second since the reading before. */
  bitrateIn: number | null
  bitrateOut: number | null
  /** Seconds. */
  roundTripTime: number | null
  /** Seconds; of the worst stream received. */
  jitter: number | null
  packetsLost: number | null
  framesPerSecond: number | null
  framesDecoded: number | null
  /** Of what is received: `opus · VP8`. */
  codecs: string | null
  /** `host udp 192.0.2.2:44578 ↔ prflx` */
  pair: string | null
  dtlsState: string | null
  tlsVersion: string | null
  srtpCipher: string | null
}

const TLS_VERSIONS: Record<string, string> = { FEFC: 'DTLS 1.3', FEFD: 'DTLS 1.2', FEFF: 'DTLS 1.0' }

/** Reads a report; bitrates need the reading before it. */
export function readStats(report: readonly Stat[], previous: StatsReading | null): StatsReading {
  const inbound = report.filter(({ type }) => type === 'inbound-rtp')
  const outbound = report.filter(({ type }) => type === 'outbound-rtp')
  const video = inbound.find(({ kind }) => kind === 'video')
  const transport = report.find(({ type }) => type === 'transport')
  const pair = selectedPair(report, transport)
  const timestamp = Math.max(0, ...report.map((stat) => stat.timestamp))
  const bytesReceived = sum(inbound, 'bytesReceived')
  const bytesSent = sum(outbound, 'bytesSent')
  const seconds = previous === null ? 0 : (timestamp - previous.timestamp) / 1000
  return {
    timestamp,
    bytesReceived,
    bytesSent,
    bitrateIn: bitrate(bytesReceived, previous?.bytesReceived, seconds),
    bitrateOut: bitrate(bytesSent, previous?.bytesSent, seconds),
    roundTripTime: numberOf(pair, 'currentRoundTripTime'),
    jitter: inbound.reduce<number | null>((worst, stat) => larger(worst, numberOf(stat, 'jitter')), null),
    packetsLost: sum(inbound, 'packetsLost'),
    framesPerSecond: numberOf(video, 'framesPerSecond'),
    framesDecoded: numberOf(video, 'framesDecoded'),
    codecs: readCodecs(report, inbound),
    pair: pairText(report, pair),
    dtlsState: textOf(transport, 'dtlsState'),
    tlsVersion: tlsVersion(textOf(transport, 'tlsVersion')),
    srtpCipher: textOf(transport, 'srtpCipher'),
  }
}

function numberOf(stat: Stat | undefined, name: string): number | null {
  const value = stat?.[name]
  return typeof value === 'number' ? value : null
}

function textOf(stat: Stat | undefined, name: string): string | null {
  const value = stat?.[name]
  return typeof value === 'string' && value !== '' ? value : null
}

function larger(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.max(a, b)
}

function sum(stats: readonly Stat[], name: string): number | null {
  const values = stats.map((stat) => numberOf(stat, name)).filter((value) => value !== null)
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0)
}

function bitrate(now: number | null, before: number | null | undefined, seconds: number): number | null {
  if (now === null || typeof before !== 'number' || seconds <= 0) return null
  return Math.max(0, ((now - before) * 8) / seconds)
}

function byId(report: readonly Stat[], id: unknown): Stat | undefined {
  return report.find((stat) => stat.id === id)
}

/** Chromium names the pair on the transport; Firefox marks it `selected`. */
function selectedPair(report: readonly Stat[], transport: Stat | undefined): Stat | undefined {
  const named = byId(report, transport?.['selectedCandidatePairId'])
  return named ?? report.find((stat) => stat.type === 'candidate-pair' && stat['selected'] === true)
}

function pairText(report: readonly Stat[], pair: Stat | undefined): string | null {
  if (pair === undefined) return null
  const ends = ['localCandidateId', 'remoteCandidateId'].map((name) =>
    candidateText(byId(report, pair[name])),
  )
  return ends.join(' ↔ ')
}

/** The address of a peer-reflexive candidate is kept from the page: then only its type is shown. */
function candidateText(candidate: Stat | undefined): string {
  const type = textOf(candidate, 'candidateType') ?? '?'
  const address = textOf(candidate, 'address')
  const port = numberOf(candidate, 'port')
  if (address === null || port === null) return type
  return `${type} ${address.includes(':') ? `[${address}]` : address}:${String(port)}`
}

function readCodecs(report: readonly Stat[], inbound: readonly Stat[]): string | null {
  const names = inbound.map(({ codecId }) => textOf(byId(report, codecId), 'mimeType')?.split('/')[1])
  const known = names.filter((name) => name !== undefined)
  return known.length === 0 ? null : known.join(' · ')
}

function tlsVersion(version: string | null): string | null {
  return version === null ? null : (TLS_VERSIONS[version.toUpperCase()] ?? version)
}
