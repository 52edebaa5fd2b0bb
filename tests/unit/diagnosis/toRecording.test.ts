import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { Dump } from '../../../src/diagnosis/dump'
import { toRecording } from '../../../src/diagnosis/toRecording'
import type { MadeRecording } from '../../../src/diagnosis/toRecording'
import { readRecording } from '../../../src/recording/readRecording'
import { redactRecording } from '../../../src/recording/redactRecording'
import { writeRecording } from '../../../src/recording/writeRecording'
import { anyDump } from './anyDump'
import { dumpIn, dumpOf, labDump, LABS, storedBytes } from './labFixtures'
import { runCount } from '../../support/runCount'

/** Every call of the dumps as a recording. */
function recordingsOf(dumps: readonly Dump[]): MadeRecording[] {
  return diagnose(dumps).calls.map((call) =>
    toRecording(dumps, {
      caller: call.caller && { dump: call.caller.dump, id: call.caller.id },
      callee: call.callee && { dump: call.callee.dump, id: call.callee.id },
      offset: call.offset,
    }),
  )
}

/** The moments of a recording once it was written and read, which must also work redacted. Throws if it is refused. */
function opened(made: MadeRecording) {
  if ('problem' in made) throw new Error(made.problem)
  writeRecording(redactRecording(made.recording))
  const result = readRecording(writeRecording(made.recording))
  if (!result.ok) throw new Error(`${result.reason} ${result.detail}`)
  return result
}

describe.each(LABS)('the failing call of the lab %s', (lab) => {
  it.each(['webrtc-internals.json.gz', 'rtcstats-v3.gz', 'recording.json.gz'])(
    '%s opens on the bench, each end in the states of the file',
    async (file) => {
      const dump = await labDump(lab, file)
      const { calls } = diagnose([dump])
      for (const [index, made] of recordingsOf([dump]).entries()) {
        const { snapshots } = opened(made)
        const last = snapshots.at(-1)!
        for (const end of ['caller', 'callee'] as const) {
          const history = calls[index]?.[end]
          if (history == null) continue
          const { peer, bench, local } = last[end].context
          expect(peer?.connectionState).toBe(
            history.close ? 'closed' : (history.connectionStates.at(-1)?.value ?? 'new'),
          )
          expect(peer?.signalingState).toBe(history.lastSignaling)
          const set = history.applied.filter(({ outcome }) => outcome === 'done')
          const isOfEnd = (one: string | undefined, side: 'local' | 'remote') =>
            one === undefined || set.some((known) => known.side === side && known.sdp === one)
          expect(isOfEnd(peer?.currentLocalDescription?.sdp, 'local')).toBe(true)
          expect(isOfEnd(peer?.currentRemoteDescription?.sdp, 'remote')).toBe(true)
          if (history.lastSignaling === 'stable' && history.rounds.some(({ answer }) => answer !== null))
            expect(peer?.currentRemoteDescription).not.toBeNull()
          expect(local).toHaveLength(history.gathered.length)
          const refused = history.applied.filter(({ outcome }) => outcome === 'failed')
          expect(
            bench?.operations.filter(
              ({ state, operation }) => state === 'refused' && /^set.*Description$/.test(operation.call),
            ),
          ).toHaveLength(refused.length)
        }
      }
    },
  )

  it('leads from each line to the moment after it', async () => {
    const dump = await labDump(lab, 'rtcstats-v3.gz')
    for (const made of recordingsOf([dump])) {
      if ('problem' in made) throw new Error(made.problem)
      const { moments, recording } = made
      const indexes = moments.map(({ index }) => index)
      expect(indexes).toEqual(indexes.toSorted((a, b) => a - b))
      expect(indexes.at(-1)).toBe(recording.log.length)
      for (const { line, index } of moments) {
        const { name, value, at } = dump.lines[line]!
        // Every candidate has a place of its own on a bench.
        if (name !== 'onicecandidate' || value === null) continue
        const { event, at: since } = recording.log[index - 1]!
        expect(event).toMatchObject({ type: 'pc.candidate' })
        expect(Math.round(since)).toBe(Math.round(at! - made.start!))
      }
    }
  })

  it('blames the same once it was opened, as far as no statistics are needed', async () => {
    const dump = await labDump(lab, 'rtcstats-v3.gz')
    const bare = diagnose([{ ...dump, reports: [] }])
    const [made] = recordingsOf([dump])
    const again = await dumpOf(writeRecording(opened(made!).recording))
    const faults = (one: ReturnType<typeof diagnose>, call: string | undefined) => {
      const ends = one.connections.filter((end) => end.call === call).map(({ id }) => id)
      return one.verdicts
        .filter(({ certainty, connection }) => certainty === 'proved' && ends.includes(connection.id))
        .map(({ fault }) => fault)
    }
    const after = diagnose([again])
    expect(faults(after, after.calls[0]?.id), JSON.stringify(after.verdicts)).toEqual(
      faults(bare, bare.calls[0]?.id),
    )
  })
})

it.each([
  'by-hand-internals-g1.json',
  'by-hand-internals-g2.json',
  'by-hand-internals-g3.json',
  'by-hand-internals-g4.json',
  'by-hand-internals-g5.json',
  'chromium-156-capture.json.gz',
  'chromium-156-capture.v3.gz',
  'firefox-153-history.json.gz',
  'firefox-153-page.html.gz',
  'firefox-153-report-0.json.gz',
])('%s opens on the bench', async (file) => {
  const made = recordingsOf([await dumpIn(storedBytes(file))])
  expect(made.length).toBeGreaterThan(0)
  for (const one of made) expect(opened(one).snapshots.length).toBeGreaterThan(1)
})

it('two files of one call become one recording with both ends', async () => {
  const dumps = [
    await dumpIn(storedBytes('firefox-153-report-0.json.gz')),
    await dumpIn(storedBytes('firefox-153-report-1.json.gz')),
  ]
  const whole = recordingsOf(dumps).map(opened)
  expect(whole.some(({ recording }) => new Set(recording.log.map(({ end }) => end)).size === 2)).toBe(true)
})

it('a log of messages alone has no place on a bench', () => {
  const dump: Dump = {
    format: 'har',
    dialect: '',
    browser: null,
    connections: [{ id: 'a', page: null, configuration: null, role: null }],
    lines: [
      {
        seq: 0,
        at: 1,
        conn: 'a',
        name: 'message',
        value: { direction: 'sent', bye: '' },
        source: '',
      },
    ],
    reports: [],
    covers: ['wire'],
    skipped: [],
  }
  expect(recordingsOf([dump])).toEqual([{ problem: 'only-messages' }])
})

test('whatever a dump holds, its calls open or are refused by name', () => {
  fc.assert(
    fc.property(anyDump, anyDump, (one, other) => {
      for (const made of recordingsOf([one, other])) if (!('problem' in made)) opened(made)
    }),
    { numRuns: runCount(60, 2_000) },
  )
})
