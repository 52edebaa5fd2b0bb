import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import { FAULTS } from '../../../src/diagnosis/verdict'
import { dumpIn } from './labFixtures'

/* Real calls of Chromium, made by `npm run record:faults`: the folder of a faulty one is called after its fault. */

const FILES = ['rtcstats-v3.gz', 'webrtc-internals.json.gz'] as const
const idsOf = (kind: string) => readdirSync(join('tests/fixtures', kind)).sort()

async function diagnosisOf(kind: string, id: string, file: string) {
  return diagnose([await dumpIn(new Uint8Array(readFileSync(join('tests/fixtures', kind, id, file))))])
}

const shownBy = (id: string, file: string) =>
  // Chromium removes a closed connection from webrtc-internals at once, and the fault is how it was closed.
  !(id === 'closed-early' && file === 'webrtc-internals.json.gz')

test('ten faults that no lab shows are recorded', () => {
  expect(idsOf('faults')).toHaveLength(10)
  expect(FAULTS).toEqual(expect.arrayContaining(idsOf('faults')))
})

for (const id of idsOf('faults'))
  for (const file of FILES)
    test(`faults/${id}: ${file} ${shownBy(id, file) ? 'names it first' : 'holds no closed connection'}`, async () => {
      const { verdicts, healthy, connections } = await diagnosisOf('faults', id, file)
      if (shownBy(id, file)) {
        expect(verdicts[0]).toMatchObject({ fault: id })
        expect(verdicts[0]?.certainty).not.toBe('open')
        expect(verdicts[0]?.proof.length).toBeGreaterThan(0)
        expect(healthy).toBe(false)
      } else {
        expect(connections).toHaveLength(1)
        expect(verdicts).toEqual([])
      }
    })

for (const id of idsOf('healthy'))
  for (const file of FILES)
    test(`healthy/${id}: ${file} blames nobody`, async () => {
      const { verdicts, healthy } = await diagnosisOf('healthy', id, file)
      expect(verdicts.filter(({ certainty }) => certainty !== 'open')).toEqual([])
      expect(healthy).toBe(true)
    })

test.each([
  ...idsOf('faults').map((id) => ['faults', id] as const),
  ...idsOf('healthy').map((id) => ['healthy', id] as const),
])('%s/%s: both formats give the same verdicts', async (kind, id) => {
  if (id === 'closed-early') return
  const [v3, internals] = await Promise.all(
    FILES.map(async (file) =>
      (await diagnosisOf(kind, id, file)).verdicts.map(({ fault, step, certainty, connection }) => [
        fault,
        step,
        certainty,
        connection.id,
      ]),
    ),
  )
  expect(internals).toEqual(v3)
})
