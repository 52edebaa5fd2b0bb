import { expect, test } from 'vitest'
import {
  FILM_RECORDING,
  filmCounts,
  MEDIA_MOMENTS,
  mediaMoments,
  soundPackets,
} from '../../../src/figures/mediaFilm'
import { mediaNumbers } from '../../../src/figures/mediaNumbers'

test('the recording has every moment that the page tells of, in the order of time', () => {
  const moments = mediaMoments()
  expect(moments.map(({ id }) => id).sort()).toEqual([...MEDIA_MOMENTS].sort())
  expect(moments.map(({ at }) => at)).toEqual(moments.map(({ at }) => at).sort((a, b) => a - b))
})

test('no packet arrives before it was sent, and media is only sent once the caller has ICE', () => {
  const { packets, moments } = FILM_RECORDING
  expect(packets.filter(({ at, arrived }) => arrived !== null && arrived < at)).toEqual([])
  const ice = moments.find(({ end, what }) => end === 'caller' && what === 'ice connected')?.at ?? Infinity
  expect(packets.filter(({ kind, at }) => (kind === 'audio' || kind === 'video') && at < ice)).toEqual([])
})

test('a moment that a recording lacks is left out', () => {
  const quiet = { ...FILM_RECORDING, packets: [], moments: [], samples: [] }
  expect(mediaMoments(quiet)).toEqual([{ id: 'answer', at: 0 }])
  expect(filmCounts(500, quiet)).toMatchObject({ media: 0, dropped: 0, target: null })
})

test('the page names numbers of the recording', () => {
  const { target, decoded, twcc, dropped } = filmCounts(FILM_RECORDING.length)
  expect([target, twcc, dropped]).toEqual([620_000, 11, 4])
  expect(decoded).toBeGreaterThan(2)
  expect(filmCounts(1160).target).toBe(195_833)
})

test('lateness counts from the quickest packet', () => {
  const late = soundPackets().map((packet) => packet.late)
  expect(Math.min(...late)).toBe(0)
  expect(Math.max(...late)).toBeCloseTo(182.5, 1)
})

test('own numbers: the average buffer, and a dash for what the browser does not report', () => {
  const base = { id: 'a', timestamp: 0 }
  expect(
    mediaNumbers([
      {
        ...base,
        type: 'inbound-rtp',
        kind: 'audio',
        jitterBufferDelay: 48,
        jitterBufferEmittedCount: 960,
        jitter: 0.002,
        packetsLost: 1,
      },
      { ...base, type: 'outbound-rtp', kind: 'video' },
    ]),
  ).toEqual([{ kind: 'audio', values: ['50 ms', '2.0 ms', '1', '–', '–'] }])
})
