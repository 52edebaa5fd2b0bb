import type { statsWords } from '../../i18n/messages/stats'
import type { StatsReading } from './readStats'

/** One row of the table: its name, and its value in a reading, with the unit; null if not reported. */
export interface StatsLine {
  name: keyof typeof statsWords & keyof StatsReading
  read(reading: StatsReading): string | null
}

/** The rows in order: what is sent and received, how well, which codecs, over which path, how encrypted. */
export const STATS_LINES: readonly StatsLine[] = [
  { name: 'bitrateIn', read: ({ bitrateIn }) => formatBitrate(bitrateIn) },
  { name: 'bitrateOut', read: ({ bitrateOut }) => formatBitrate(bitrateOut) },
  { name: 'roundTripTime', read: ({ roundTripTime }) => formatSeconds(roundTripTime) },
  { name: 'jitter', read: ({ jitter }) => formatSeconds(jitter) },
  { name: 'loss', read: ({ loss }) => (loss === null ? null : `${(loss * 100).toFixed(1)} %`) },
  { name: 'packetsLost', read: ({ packetsLost }) => formatNumber(packetsLost) },
  { name: 'framesPerSecond', read: ({ framesPerSecond }) => formatNumber(framesPerSecond, ' fps') },
  { name: 'framesDecoded', read: ({ framesDecoded }) => formatNumber(framesDecoded) },
  { name: 'codecsIn', read: ({ codecsIn }) => codecsIn },
  { name: 'codecsOut', read: ({ codecsOut }) => codecsOut },
  { name: 'pair', read: ({ pair }) => pair },
  { name: 'iceRole', read: ({ iceRole }) => iceRole },
  { name: 'dtlsState', read: ({ dtlsState }) => dtlsState },
  { name: 'dtlsRole', read: ({ dtlsRole }) => dtlsRole },
  { name: 'tlsVersion', read: ({ tlsVersion }) => tlsVersion },
  { name: 'dtlsCipher', read: ({ dtlsCipher }) => dtlsCipher },
  { name: 'srtpCipher', read: ({ srtpCipher }) => srtpCipher },
  { name: 'fingerprint', read: ({ fingerprint }) => fingerprint },
]

function formatNumber(value: number | null, unit = ''): string | null {
  return value === null ? null : `${String(Math.round(value))}${unit}`
}

function formatSeconds(value: number | null): string | null {
  return value === null ? null : `${(value * 1000).toFixed(1)} ms`
}

function formatBitrate(value: number | null): string | null {
  if (value === null) return null
  return value >= 1_000_000
    ? `${(value / 1_000_000).toFixed(2)} Mbit/s`
    : `${String(Math.round(value / 1000))} kbit/s`
}
