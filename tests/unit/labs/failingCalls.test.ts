import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { LAB_IDS } from '../../../src/labs/labIds'
import { readRecording } from '../../../src/recording/readRecording'

/* The failing call of every lab, as `npm run record:labs` stored it. */

const FOLDER = 'tests/fixtures/labs'

function read(id: string, file: string): string {
  return gunzipSync(readFileSync(`${FOLDER}/${id}/${file}`)).toString('utf8')
}

describe.each(LAB_IDS)('%s', (id) => {
  /** The dumps name the lab in the address of the page. */
  const address = new RegExp(`^http://127\\.0\\.0\\.1:\\d+/404\\.html\\?lab=${id}$`)

  test('its recording opens, with both ends', () => {
    const opened = readRecording(read(id, 'recording.json.gz'))
    expect(opened).toMatchObject({ ok: true, recording: { title: `Lab ${id}` } })
  })

  const linesOf = (method: string) =>
    read(id, 'rtcstats-v3.gz')
      .split('\n')
      .filter((line) => line.startsWith(`["${method}","`))

  test('its webrtc-internals dump has both connections, without those that were removed', () => {
    const dump = JSON.parse(read(id, 'webrtc-internals.json.gz')) as {
      PeerConnections: Record<string, { url: string; updateLog: { type: string; timestamp: number }[] }>
    }
    const connections = Object.values(dump.PeerConnections)
    expect(connections).toHaveLength(linesOf('create').length - linesOf('remove').length)
    for (const { url, updateLog } of connections) {
      expect(url).toMatch(address)
      expect(updateLog.length).toBeGreaterThan(0)
    }
  })

  test('its RTCStatsDump v3 has a line for each call and event', () => {
    const [head, meta, ...lines] = read(id, 'rtcstats-v3.gz').trimEnd().split('\n')
    expect(head).toBe('RTCStatsDump')
    expect(JSON.parse(meta ?? '')).toMatchObject({ fileFormat: 3 })
    const rows = lines.map((line) => JSON.parse(line) as [string, string | null, ...unknown[]])
    for (const row of rows) {
      expect(typeof row[0]).toBe('string')
      expect(typeof row.at(-1)).toBe('number')
    }
    const created = rows.filter(([method, id]) => method === 'create' && id !== null)
    expect(created.length).toBeGreaterThanOrEqual(2)
    for (const row of created) expect(row.filter((one) => address.test(String(one)))).toHaveLength(1)
  })
})
