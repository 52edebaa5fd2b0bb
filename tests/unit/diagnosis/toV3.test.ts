import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../../src/diagnosis/canonical'
import type { Dump } from '../../../src/diagnosis/dump'
import { readAs } from '../../../src/diagnosis/readDump'
import { toV3 } from '../../../src/diagnosis/toV3'
import { runCount } from '../../support/runCount'
import { dumpIn, dumpOf, labDump, LABS, storedBytes } from './labFixtures'

/** What a file in v3 holds of a dump. Connections without a line of their construction have one there. */
function held({ browser, connections, lines, reports }: Dump) {
  const created = new Set(lines.flatMap(({ name, conn }) => (name === 'create' ? [conn] : [])))
  const calls = new Map(lines.map(({ seq }, index) => [seq, index]))
  return {
    browser,
    connections: connections
      .map(({ id, page, configuration }) => canonical([id, page, configuration ?? { iceServers: [] }]))
      .sort(),
    lines: lines.map(({ at, conn, name, value, call }) =>
      canonical([
        at === null ? null : Math.round(at * 1_000),
        conn,
        name,
        value,
        call === undefined ? null : calls.get(call),
      ]),
    ),
    reports: reports.map((report) => canonical(report)).sort(),
    created: created.size,
  }
}

/** With the lines that writing adds, and their places moved accordingly. */
function withCreated(dump: Dump): Dump {
  const created = new Set(dump.lines.flatMap(({ name, conn }) => (name === 'create' ? [conn] : [])))
  const missing = dump.connections.filter(({ id }) => !created.has(id))
  const added = missing.map(({ id, configuration }, seq) => ({
    seq,
    at: null,
    conn: id,
    name: 'create' as const,
    value: configuration ?? { iceServers: [] },
    source: '',
  }))
  const moved = dump.lines.map((line) => ({
    ...line,
    seq: line.seq + added.length,
    ...(line.call !== undefined && { call: line.call + added.length }),
  }))
  return { ...dump, lines: [...added, ...moved] }
}

async function expectSame(dump: Dump) {
  const again = await dumpOf(toV3(dump))
  expect(again.format).toBe('rtcstats-v3')
  expect(held(again)).toEqual(held(withCreated(dump)))
}

describe.each(LABS)('the failing call of the lab %s', (lab) => {
  it.each(['webrtc-internals.json.gz', 'rtcstats-v3.gz', 'recording.json.gz'])(
    '%s is the same once written',
    async (file) => {
      await expectSame(await labDump(lab, file))
    },
  )
})

it.each([
  'by-hand-internals-g1.json',
  'by-hand-internals-g5.json',
  'chromium-156-capture.json.gz',
  'chromium-156-capture.v3.gz',
  'firefox-153-report-0.json.gz',
])('%s is the same once written', async (file) => {
  await expectSame(await dumpIn(storedBytes(file)))
})

const runs = runCount(300, 10_000)
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('audio', 'stable', 'InvalidStateError: no', '{"a":1}', 'v=0\r\nm=\r\n', ''),
)
const line = fc.record({
  at: fc.double({ min: 1_700_000_000_000, max: 1_800_000_000_000, noNaN: true }),
  type: fc.constantFrom(
    'setRemoteDescription',
    'setRemoteDescriptionOnFailure',
    'onicecandidate',
    'addIceCandidate',
    'addIceCandidateFailed',
    'addTrack',
    'ontrack',
    'replaceTrack',
    'createDataChannel',
    'onconnectionstatechange',
    'transceiverAdded',
    'RTCDataChannel.onerror',
    'something',
  ),
  value: fc.oneof(
    text,
    fc.json({ maxDepth: 2 }),
    fc
      .record({ type: fc.constantFrom('offer', 'answer', 'rollback'), sdp: text })
      .map((value) => JSON.stringify(value)),
    fc
      .record({
        candidate: text,
        sdpMid: text,
        name: text,
        message: text,
        kind: text,
        id: text,
        label: text,
        reason: text,
      })
      .map((value) => JSON.stringify(value)),
  ),
})

it('any dump is the same once written and read', { timeout: runs * 60 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (all) => {
      const updateLog = all.map(({ at, ...rest }) => ({ ...rest, timestamp: at }))
      const file = JSON.stringify({ PeerConnections: { '1-1': { updateLog } } })
      const reading = await readAs('webrtc-internals', file)
      if ('problem' in reading) throw new Error(reading.problem)
      await expectSame(reading.dump)
    }),
    { numRuns: runs },
  )
})
