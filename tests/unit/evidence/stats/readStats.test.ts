import { expect, test } from 'vitest'
import { readStats } from '../../../../src/evidence/stats/readStats'
import { STATS_LINES } from '../../../../src/evidence/stats/statsTable'
import { chromium, sampleOf } from './statsSamples'

test('reads a sample', () => {
  expect(readStats(sampleOf(chromium(1000, 500), 7), null)).toEqual({
    at: 7,
    bitrateIn: null,
    bitrateOut: null,
    roundTripTime: 0.0011,
    jitter: 0.005,
    loss: null,
    packetsLost: 3,
    framesPerSecond: 30,
    framesDecoded: 120,
    codecsIn: 'opus · VP8',
    codecsOut: 'VP8',
    pair: 'srflx [fd00::2]:5000 ↔ prflx',
    iceRole: 'controlling',
    dtlsState: 'connected',
    dtlsRole: 'server',
    tlsVersion: 'DTLS 1.3',
    dtlsCipher: 'TLS_AES_128_GCM_SHA256',
    srtpCipher: 'SRTP_AES128_CM_HMAC_SHA1_80',
    fingerprint: '51:A1:03',
  })
})

test('bitrates come from two samples, whatever the time between', () => {
  const first = sampleOf(chromium(1000, 500))
  expect(readStats(sampleOf(chromium(3000, 1500)), first)).toMatchObject({
    bitrateIn: 8000,
    bitrateOut: 4000,
  })
  expect(readStats(first, first).bitrateIn).toBeNull()
})

test('a counter that decreased was reset, and has no rate', () => {
  const first = sampleOf(chromium(1000, 5000))
  const second = chromium(2000, 100).map((stat) =>
    stat.id === 'IV' ? { ...stat, bytesReceived: 6000 } : stat,
  )
  // Audio fell from 5000 to 100; video grew by 1000 bytes.
  expect(readStats(sampleOf(second), first)).toMatchObject({ bitrateIn: 8000, bitrateOut: null })
})

test('a stream that has just appeared does not count as growth', () => {
  const first = sampleOf(chromium(1000, 0).filter(({ id }) => id !== 'IV'))
  expect(readStats(sampleOf(chromium(2000, 1000)), first).bitrateIn).toBe(8000)
})

test.each([
  ['a part', { lost: 12, received: 290 }, 0.1],
  ['none', { lost: 2, received: 300 }, 0],
  ['a late packet takes a loss back', { lost: 1, received: 300 }, 0],
  ['nothing was sent', { lost: 2, received: 200 }, null],
  ['a reset', { lost: 0, received: 10 }, null],
])('packet loss since the sample before: %s', (_name, more, loss) => {
  const first = sampleOf(chromium(1000, 0))
  expect(readStats(sampleOf(chromium(2000, 0, more)), first).loss).toBe(loss)
})

test('a browser that marks the pair itself, and one that reports nothing', () => {
  const marked = chromium(1, 1)
    .filter(({ type }) => type !== 'transport')
    .map((stat) => (stat.type === 'candidate-pair' ? { ...stat, selected: true } : stat))
  expect(readStats(sampleOf(marked), null)).toMatchObject({
    roundTripTime: 0.0011,
    dtlsState: null,
    tlsVersion: null,
  })
  const { at, ...rest } = readStats(sampleOf([]), null)
  expect(at).toBe(0)
  expect(Object.values(rest).every((value) => value === null)).toBe(true)
})

test('the table has units, and null where nothing is reported', () => {
  const table = (reading: ReturnType<typeof readStats>) =>
    Object.fromEntries(STATS_LINES.map(({ name, read }) => [name, read(reading)]))
  const later = sampleOf(chromium(2000, 300_500, { lost: 12, received: 290 }))
  expect(table(readStats(later, sampleOf(chromium(1000, 500))))).toMatchObject({
    bitrateIn: '4.80 Mbit/s',
    bitrateOut: '2.40 Mbit/s',
    roundTripTime: '1.1 ms',
    jitter: '5.0 ms',
    loss: '10.0 %',
    packetsLost: '13',
    framesPerSecond: '30 fps',
  })
  expect(table(readStats(sampleOf([]), null))).toMatchObject({
    bitrateIn: null,
    jitter: null,
    codecsIn: null,
  })
})
