import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSamples } from '../../../src/diagnosis/samples'
import { report } from './handMade'
import { dumpIn } from './labFixtures'

const TYPES = new Set(['inbound-rtp', 'transport'])

function reportAt(id: string, times: readonly number[], values: Record<string, readonly unknown[]>) {
  return { conn: 'A', id, type: 'inbound-rtp', times, values }
}

test('what was measured within milliseconds is one sample, and a property that is absent stays so', () => {
  const reports = [
    reportAt('one', [1_000, 2_000], { packets: [1, 2], jitter: [undefined, 0.1] }),
    reportAt('two', [1_003, 2_005], { packets: [5, 6] }),
  ]
  expect(readSamples({ reports }, 'A', TYPES)).toEqual([
    {
      at: 1_003,
      stats: [
        { id: 'one', type: 'inbound-rtp', timestamp: 1_000, packets: 1 },
        { id: 'two', type: 'inbound-rtp', timestamp: 1_003, packets: 5 },
      ],
    },
    {
      at: 2_005,
      stats: [
        { id: 'one', type: 'inbound-rtp', timestamp: 2_000, packets: 2, jitter: 0.1 },
        { id: 'two', type: 'inbound-rtp', timestamp: 2_005, packets: 6 },
      ],
    },
  ])
})

test('other connections and other types are left out, and a report without news for long is gone', () => {
  const reports = [
    reportAt('old', [1_000], { packets: [1] }),
    reportAt('new', [9_000], { packets: [2] }),
    { ...reportAt('other', [9_000], {}), conn: 'B' },
    { ...reportAt('source', [9_000], {}), type: 'media-source' },
  ]
  expect(readSamples({ reports }, 'A', TYPES).map(({ stats }) => stats.map(({ id }) => id))).toEqual([
    ['old'],
    ['new'],
  ])
})

test('of many samples some hundred are left, the last among them', () => {
  const times = Array.from({ length: 5_000 }, (_, index) => index * 1_000)
  const samples = readSamples({ reports: [reportAt('one', times, { packets: times })] }, 'A', TYPES)
  expect(samples.length).toBeGreaterThan(100)
  expect(samples.length).toBeLessThanOrEqual(200)
  expect(samples.at(-1)?.at).toBe(4_999_000)
})

test('a report never overwrites what names it', () => {
  const reports = [report('A', 'in', 'inbound-rtp', { id: ['x'], type: ['y'] }, 1)]
  expect(readSamples({ reports }, 'A', TYPES)[0]?.stats[0]).toMatchObject({ id: 'in', type: 'inbound-rtp' })
})

test('a real call with poor quality has samples in both formats of Chromium', async () => {
  for (const file of ['webrtc-internals.json.gz', 'rtcstats-v3.gz']) {
    const bytes = readFileSync(join('tests/fixtures/faults/poor-quality', file))
    const dump = await dumpIn(new Uint8Array(bytes))
    for (const { id } of dump.connections)
      expect(readSamples(dump, id, TYPES).length, `${file} ${id}`).toBeGreaterThan(5)
  }
})
