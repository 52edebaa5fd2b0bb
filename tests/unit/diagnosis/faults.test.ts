import { expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import { FAULTS } from '../../../src/diagnosis/verdict'
import { CASES } from './faultCases'
import { dumpOf, healthyLines } from './handMade'

for (const fault of FAULTS)
  test(`${fault}: the hand-made dump is told first, and as certain as its file allows`, () => {
    const [dump, certainty] = CASES[fault]
    const { verdicts, healthy } = diagnose([dump])
    expect(verdicts[0]).toMatchObject({ fault, certainty })
    expect(verdicts[0]?.proof.length).toBeGreaterThan(0)
    expect(healthy && certainty !== 'open').toBe(false)
  })

test('every proof names a line or a report that is there', () => {
  for (const [dump] of Object.values(CASES))
    for (const { proof } of diagnose([dump]).verdicts)
      for (const one of proof)
        expect(
          one.line === undefined
            ? dump.reports.some(({ id }) => id === one.report)
            : dump.lines[one.line]?.seq === one.line,
        ).toBe(true)
})

test('both ends in a healthy call: nothing is blamed', () => {
  const { verdicts, healthy, calls } = diagnose([dumpOf(healthyLines())])
  expect(verdicts).toEqual([])
  expect(healthy).toBe(true)
  expect(calls).toHaveLength(1)
})

test('a call that is negotiating when the dump is saved is no fault, at any moment', () => {
  const lines = healthyLines()
  for (const [at] of lines) {
    const blamed = diagnose([dumpOf(lines.filter(([time]) => time <= at))]).verdicts.filter(
      ({ certainty }) => certainty !== 'open',
    )
    expect(blamed, `saved after ${at} ms`).toEqual([])
  }
})

test('a fault that follows from another one names it and comes after it', () => {
  const [dump] = CASES['unreachable-address']
  expect(diagnose([dump]).verdicts.map(({ fault, follows }) => [fault, follows])).toEqual([
    ['unreachable-address', undefined],
    ['no-path', 'unreachable-address'],
  ])
})

test('expired credentials of a TURN server are told', () => {
  const [verdict] = diagnose([CASES['turn-refused'][0]]).verdicts
  expect(verdict?.facts).toMatchObject({ variant: 'expired', code: '401', url: 'turn:turn.example:3478' })
})

test('what was never recorded proves nothing', () => {
  const blank = { ...CASES['no-candidates-exchanged'][0], covers: ['states'] as const }
  expect(diagnose([blank]).verdicts).toEqual([])
  expect(diagnose([blank]).notRecorded).toContainEqual({ dump: 0, what: 'candidates' })
})
