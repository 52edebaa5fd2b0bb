import { describe, expect, it } from 'vitest'
import type { Dump } from '../../../src/diagnosis/dump'
import { labDump, LABS } from './labFixtures'

/** The lines of a connection without their places, which differ from file to file. */
function linesOf({ lines }: Dump, id: string) {
  return lines.filter(({ conn }) => conn === id).map(({ name, value }) => ({ name, value }))
}

/** What only v3 has: the construction is a line there, and a field in webrtc-internals. */
const ONLY_V3 = new Set(['create', 'other'])

describe.each(LABS)('the two dumps of Chromium of the lab %s', (lab) => {
  it('say the same of every connection', async () => {
    const [internals, v3] = await Promise.all([
      labDump(lab, 'webrtc-internals.json.gz'),
      labDump(lab, 'rtcstats-v3.gz'),
    ])
    expect(internals.format).toBe('webrtc-internals')
    expect(v3.format).toBe('rtcstats-v3')
    const shown = internals.connections.map(({ id }) => id)
    expect(shown.length).toBeGreaterThan(0)
    for (const { id, page, configuration } of internals.connections) {
      const other = v3.connections.find((one) => one.id === id)
      expect(other).toEqual({ id, page, configuration, role: null })
      const own = linesOf(internals, id).filter(({ name }) => !ONLY_V3.has(name))
      const same = linesOf(v3, id).filter(({ name }) => !ONLY_V3.has(name))
      expect(same).toEqual(own)
    }
    expect(internals.skipped).toEqual([])
    expect(v3.skipped).toEqual([])
    expect(internals.browser).toBe('Chromium 156')
    expect(v3.browser).toBe('Chromium 156')
  })

  it('have the same statistics; webrtc-internals was saved later and may have more samples', async () => {
    const [internals, v3] = await Promise.all([
      labDump(lab, 'webrtc-internals.json.gz'),
      labDump(lab, 'rtcstats-v3.gz'),
    ])
    const shown = new Set(internals.connections.map(({ id }) => id))
    const own = new Map(internals.reports.map((report) => [`${report.conn} ${report.id}`, report]))
    const common = v3.reports.filter(({ conn }) => shown.has(conn))
    for (const report of common) {
      const { conn, id } = report
      const later = own.get(`${conn} ${id}`)
      if (later === undefined) throw new Error(`webrtc-internals has no report ${id}`)
      const count = report.times.length
      expect(count).toBeGreaterThan(0)
      const values = Object.entries(later.values).map(
        ([name, column]) => [name, column.slice(0, count)] as const,
      )
      const same = { ...later, times: later.times.slice(0, count), values: Object.fromEntries(values) }
      expect(report).toEqual(same)
    }
    expect(own.size).toBeGreaterThanOrEqual(common.length)
  })
})
