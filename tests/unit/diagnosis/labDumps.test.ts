import { describe, expect, it } from 'vitest'
import type { Dump } from '../../../src/diagnosis/dump'
import { createRedactor } from '../../../src/redact/createRedactor'
import { labDump, LABS } from './labFixtures'

/** The lines of a connection without their places, which differ from file to file. */
function linesOf({ lines }: Dump, id: string) {
  return lines.filter(({ conn }) => conn === id).map(({ name, value }) => ({ name, value }))
}

/** Chromium's v3 says when a connection is removed from the page, which webrtc-internals does not list then. */
const ONLY_V3 = new Set(['other'])

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

it.each(['webrtc-internals.json.gz', 'rtcstats-v3.gz', 'recording.json.gz'])(
  'the redactor finds the ICE passwords and ufrags in the dump of %s',
  async (file) => {
    const dump = await labDump('no-camera', file)
    const found = [...JSON.stringify(dump).matchAll(/a=ice-(?:pwd|ufrag):([^\\"]+)/g)]
    const secrets = [...new Set(found.map(([, secret]) => secret!))]
    expect(secrets.length).toBeGreaterThan(3)
    const redacted = JSON.stringify(createRedactor()(dump))
    expect(secrets.filter((secret) => redacted.includes(secret))).toEqual([])
  },
)

/**
 * What both have of the call of an end: Chromium writes a description again in its own way, so its type and its ufrag
 * tell which one it is.
 */
function toldBy({ lines }: Dump, id: string): string[] {
  const common = new Set([
    'createOfferOnSuccess',
    'createAnswerOnSuccess',
    'setLocalDescriptionOnSuccess',
    'setLocalDescriptionOnFailure',
    'setRemoteDescription',
    'setRemoteDescriptionOnSuccess',
    'setRemoteDescriptionOnFailure',
    'onsignalingstatechange',
  ])
  return lines
    .filter(({ conn, name, value }) => conn === id && common.has(name) && value !== 'closed')
    .map(({ name, value }) => {
      if (typeof value === 'string') return `${name} ${value}`
      // Chromium gives it only where the call had none.
      if (name === 'setLocalDescriptionOnSuccess') return name
      const { type, sdp = '' } = (value ?? {}) as { type?: string; sdp?: string }
      return `${name} ${type ?? ''} ${/^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1] ?? ''}`.trim()
    })
}

describe.each(LABS)('the recording of the lab %s', (lab) => {
  it('tells the same descriptions and states as Chromium; the dump was saved later and may go on', async () => {
    const [own, v3] = await Promise.all([labDump(lab, 'recording.json.gz'), labDump(lab, 'rtcstats-v3.gz')])
    expect(own.format).toBe('recording')
    expect(own.connections.map(({ id, role }) => [id, role]).sort()).toEqual([
      ['callee', 'callee'],
      ['caller', 'caller'],
    ])
    const told = v3.connections.map(({ id }) => toldBy(v3, id))
    const made = own.connections.map(({ id }) => toldBy(own, id))
    // Which of Chromium's two is the caller is known by nothing but what it did.
    const goesOn = (short: string[], long: string[] | undefined) =>
      short.every((line, index) => long?.[index] === line)
    const isSame = goesOn(made[0]!, told[0]) && goesOn(made[1]!, told[1])
    const isCrossed = goesOn(made[0]!, told[1]) && goesOn(made[1]!, told[0])
    expect(isSame || isCrossed, JSON.stringify({ made, told }, null, 1)).toBe(true)
  })
})
