import { expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { AdviceId } from '../../../src/diagnosis/finding'
import type { Fault } from '../../../src/diagnosis/verdict'
import { LABS, labDump } from './labFixtures'

/** The cause of each lab's failing call, as the first verdict must name it. null: the call must be told healthy. */
const CAUSES: Readonly<Record<string, Fault | null>> = {
  'both-call': 'wrong-state',
  'channel-never-opens': 'channel-never-opens',
  'codec-mismatch': 'no-common-codec',
  'copy-paste': 'no-candidates-exchanged',
  'early-candidate': 'early-candidate',
  'five-mutes': null,
  'hang-up': null,
  'ice-restart': 'never-negotiated',
  'lost-answer': 'never-answered',
  'negotiation-needed': 'sections-out-of-order',
  'no-camera': null,
  'no-candidates': 'no-candidates-exchanged',
  'no-tracks': 'nothing-to-negotiate',
  'one-way': 'callee-added-nothing',
  'perfect-negotiation': 'never-answered',
  'relay-only': 'no-path',
  rollback: 'wrong-state',
  'share-screen': null,
  simulcast: null,
  'slow-signaling': 'no-candidates-exchanged',
  'stale-candidate': null,
  'two-answers': 'wrong-state',
  'unreachable-address': 'unreachable-address',
  'wrong-fingerprint': 'dtls-unfinished',
  'wrong-order': 'wrong-state',
  'wrong-password': 'sdp-damaged',
}

/** Why the call of a lab is told healthy: what can be said of it is advice, or no file has it. */
const HEALTHY: Readonly<Record<string, AdviceId | 'not recorded'>> = {
  // `enabled`, `replaceTrack()` and muting at the other end are in no file; silence shows after ten seconds.
  'five-mutes': 'not recorded',
  // It ends as it should; that the other end is not told is on the wire.
  'hang-up': 'not recorded',
  // The app asks for no camera at all, as an app that needs none does.
  'no-camera': 'not recorded',
  // `replaceTrack()` is not recorded, and the picture goes on.
  'share-screen': 'not recorded',
  simulcast: 'simulcast-refused',
  'stale-candidate': 'stale-candidates',
}

const FILES = ['rtcstats-v3.gz', 'webrtc-internals.json.gz'] as const

test('every lab has an expected cause', () => {
  expect(Object.keys(CAUSES).sort()).toEqual(LABS)
})

for (const lab of LABS)
  for (const file of FILES)
    test(`${lab}: ${file} names the cause first`, async () => {
      const { verdicts, healthy } = diagnose([await labDump(lab, file)])
      const cause = CAUSES[lab] ?? null
      const blamed = verdicts.filter(({ certainty }) => certainty !== 'open')
      if (cause === null) {
        expect(blamed).toEqual([])
        expect(healthy).toBe(true)
      } else {
        expect(verdicts[0]?.fault).toBe(cause)
        expect(healthy).toBe(false)
      }
    })

test('for each lab that is told healthy, the advice names its cause where a file has it', async () => {
  expect(Object.keys(HEALTHY)).toEqual(LABS.filter((lab) => CAUSES[lab] === null))
  for (const [lab, advice] of Object.entries(HEALTHY))
    for (const file of FILES) {
      const given = diagnose([await labDump(lab, file)]).advice.map(({ id }) => id)
      if (advice === 'not recorded') expect(new Set(given), lab).toEqual(new Set(['no-turn']))
      else expect(given, lab).toContain(advice)
    }
})

test('both formats give the same verdicts', async () => {
  for (const lab of LABS) {
    const [first, second] = await Promise.all(
      FILES.map(async (file) => {
        // The time of saving is in one of the formats only; what has waited for long then is surer.
        const { savedAt: _, ...dump } = await labDump(lab, file)
        return diagnose([dump]).verdicts.map(({ fault, step, certainty, connection }) => ({
          fault,
          step,
          certainty,
          id: connection.id,
        }))
      }),
    )
    expect(first, lab).toEqual(second)
  }
})

test('the two ends of a lab are one call, by their ufrags, and the caller is who offered', async () => {
  const { calls, connections } = diagnose([await labDump('wrong-fingerprint', 'rtcstats-v3.gz')])
  expect(calls.map(({ pairedBy }) => pairedBy)).toEqual(['ufrag'])
  expect(connections.map(({ role, outcome }) => `${role} ${outcome}`)).toEqual([
    'caller failed',
    'callee failed',
  ])
})

test('one end alone: an altered answer cannot be proved, its effect can', async () => {
  const dump = await labDump('wrong-password', 'rtcstats-v3.gz')
  const alone = {
    ...dump,
    connections: dump.connections.filter(({ id }) => id === '9-2'),
    lines: dump.lines.filter(({ conn }) => conn === '9-2'),
    reports: dump.reports.filter(({ conn }) => conn === '9-2'),
  }
  expect(diagnose([alone]).verdicts.map(({ fault }) => fault)).toEqual(['no-path'])
})
