import { expect, test } from 'vitest'
import { compareCalls } from '../../../src/diagnosis/compare'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { Dump } from '../../../src/diagnosis/dump'
import { CASES } from './faultCases'
import { dumpOf, healthyLines } from './handMade'
import { labDump } from './labFixtures'

const GOOD = diagnose([dumpOf(healthyLines())])
const beside = (dump: Dump) => {
  const own = diagnose([dump])
  return compareCalls([own, own.calls[0]!.id], [GOOD, GOOD.calls[0]!.id])
}

test('a healthy call leaves another one nowhere', () => {
  const { leavesAt, steps } = beside(dumpOf(healthyLines()))
  expect(leavesAt).toBeNull()
  expect(steps.filter(({ differs }) => differs)).toEqual([])
})

test('a call that fails after all steps leaves the good one behind them', async () => {
  expect(beside(await labDump('wrong-fingerprint', 'rtcstats-v3.gz')).leavesAt).toBe('connected')
})

test('a description that cannot be read leaves where it was set', () => {
  expect(beside(CASES['sdp-damaged'][0]).leavesAt).toBe('set-remote-offer')
})

test('the lost answer leaves at the answer that was never set', async () => {
  expect(beside(await labDump('lost-answer', 'rtcstats-v3.gz')).leavesAt).toBe('set-remote-answer')
})

test('the offer that was sent but not set leaves where it was not set', async () => {
  expect(beside(await labDump('wrong-order', 'rtcstats-v3.gz')).leavesAt).toBe('set-local-offer')
})
