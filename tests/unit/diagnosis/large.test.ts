import { expect, it } from 'vitest'
import { readDump } from '../../../src/diagnosis/readDump'

/** A dump of webrtc-internals of about this many megabytes: statistics of many streams over 1,000 seconds. */
function largeDump(megabytes: number): Uint8Array {
  const began = 1_700_000_000_000
  const times = JSON.stringify(Array.from({ length: 1_000 }, (_, index) => began + index * 1_000.25))
  const counts = JSON.stringify(Array.from({ length: 1_000 }, (_, index) => index * 123_456))
  const series = (values: string) => ({
    startTime: new Date(began).toISOString(),
    endTime: new Date(began + 999_250).toISOString(),
    statsType: 'inbound-rtp',
    values,
  })
  const stats: Record<string, object> = {}
  let size = 0
  for (let report = 0; size < megabytes * 1e6; report += 1) {
    for (let property = 0; property < 40; property += 1)
      stats[`IT${report}-property${property}`] = series(counts)
    stats[`IT${report}-timestamp`] = series(times)
    size += 41 * counts.length
  }
  const file = {
    UserAgent: 'Chrome/149.0.0.0',
    PeerConnections: { '1-1': { stats, updateLog: [], rtcConfiguration: '{}' } },
  }
  return new TextEncoder().encode(JSON.stringify(file))
}

it('reads 50 MB within seconds', async () => {
  const bytes = largeDump(50)
  const began = performance.now()
  const reading = await readDump(bytes)
  const took = performance.now() - began
  if ('problem' in reading) throw new Error(reading.problem)
  expect(reading.dump.reports.length).toBeGreaterThan(100)
  expect(reading.dump.reports[0]?.times).toHaveLength(1_000)
  // Three seconds is the promise; this machine may be busy with other tests.
  expect(took).toBeLessThan(10_000)
})
