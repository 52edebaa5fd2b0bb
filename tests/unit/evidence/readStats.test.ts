import { expect, test } from 'vitest'
import { readStats } from '../../../src/panels/evidence/readStats'
import type { Stat } from '../../../src/panels/evidence/readStats'
import { STATS_LINES } from '../../../src/panels/evidence/statsTable'

/** Recorded from Chromium 156, cut to what is read. */
function chromium(timestamp: number, bytes: number): Stat[] {
  return [
    {
      id: 'IA',
      type: 'inbound-rtp',
      timestamp,
      kind: 'audio',
      jitter: 0.002,
      packetsLost: 1,
      bytesReceived: bytes,
      codecId: 'CA',
    },
    {
      id: 'IV',
      type: 'inbound-rtp',
      timestamp,
      kind: 'video',
      jitter: 0.005,
      packetsLost: 2,
      bytesReceived: bytes,
      codecId: 'CV',
      framesPerSecond: 30,
      framesDecoded: 120,
    },
    { id: 'OV', type: 'outbound-rtp', timestamp, kind: 'video', bytesSent: bytes },
    { id: 'CA', type: 'codec', timestamp, mimeType: 'audio/opus' },
    { id: 'CV', type: 'codec', timestamp, mimeType: 'video/VP8' },
    {
      id: 'T',
      type: 'transport',
      timestamp,
      selectedCandidatePairId: 'P',
      dtlsState: 'connected',
      tlsVersion: 'FEFC',
      srtpCipher: 'AES128_CM_HMAC_SHA1_80',
    },
    {
      id: 'P',
      type: 'candidate-pair',
      timestamp,
      localCandidateId: 'L',
      remoteCandidateId: 'R',
      currentRoundTripTime: 0.0011,
    },
    { id: 'L', type: 'local-candidate', timestamp, candidateType: 'host', address: 'fd00::2', port: 5000 },
    { id: 'R', type: 'remote-candidate', timestamp, candidateType: 'prflx', address: '', port: 6000 },
  ]
}

test('reads a report', () => {
  expect(readStats(chromium(1000, 500), null)).toEqual({
    timestamp: 1000,
    bytesReceived: 1000,
    bytesSent: 500,
    bitrateIn: null,
    bitrateOut: null,
    roundTripTime: 0.0011,
    jitter: 0.005,
    packetsLost: 3,
    framesPerSecond: 30,
    framesDecoded: 120,
    codecs: 'opus · VP8',
    pair: 'host [fd00::2]:5000 ↔ prflx',
    dtlsState: 'connected',
    tlsVersion: 'DTLS 1.3',
    srtpCipher: 'AES128_CM_HMAC_SHA1_80',
  })
})

test('bitrates come from two readings, whatever the time between', () => {
  const first = readStats(chromium(1000, 500), null)
  const second = readStats(chromium(3000, 1500), first)
  expect(second).toMatchObject({ bitrateIn: 8000, bitrateOut: 4000 })
  expect(readStats(chromium(3000, 1500), second).bitrateIn).toBeNull()
})

test('a browser that marks the pair itself, and one that tells nothing', () => {
  const firefox = chromium(1, 1)
    .filter(({ type }) => type !== 'transport')
    .map((stat) => (stat.type === 'candidate-pair' ? { ...stat, selected: true } : stat))
  expect(readStats(firefox, null)).toMatchObject({ roundTripTime: 0.0011, dtlsState: null, tlsVersion: null })
  const { timestamp, ...rest } = readStats([], null)
  expect(timestamp).toBe(0)
  expect(Object.values(rest).every((value) => value === null)).toBe(true)
})

test('the table has units, and null where nothing is told', () => {
  const first = readStats(chromium(1000, 500), null)
  const table = (reading: typeof first) =>
    Object.fromEntries(STATS_LINES.map(({ name, read }) => [name, read(reading)]))
  expect(table(readStats(chromium(2000, 300_500), first))).toMatchObject({
    bitrateIn: '4.80 Mbit/s',
    bitrateOut: '2.40 Mbit/s',
    roundTripTime: '1.1 ms',
    jitter: '5.0 ms',
    packetsLost: '3',
    framesPerSecond: '30 fps',
  })
  expect(table(readStats([], null))).toMatchObject({ bitrateIn: null, jitter: null, codecs: null })
})
