import { expect, test } from 'vitest'
import { parseCandidate } from '../../../src/ice/candidate'
import { checkPairs, groupCandidates } from '../../../src/figures/checkPairs'
import { EXAMPLE_CANDIDATES } from '../../../src/figures/example'

function groups(lines: readonly string[]) {
  return groupCandidates(lines.flatMap((line) => parseCandidate(line) ?? []))
}

const named = (lines: { caller: readonly string[]; callee: readonly string[] }) => {
  const ends = { caller: groups(lines.caller), callee: groups(lines.callee) }
  return checkPairs(ends).map(({ caller, callee, priority }) => ({
    types: `${ends.caller[caller]?.best.type ?? ''} ${ends.callee[callee]?.best.type ?? ''}`,
    priority,
  }))
}

test('pairs come in the order of the formula, and two reflexive candidates are no pair', () => {
  const pairs = named(EXAMPLE_CANDIDATES)
  expect(pairs[0]).toEqual({ types: 'host host', priority: 9115038255631187454n })
  expect(pairs.map(({ types }) => types)).not.toContain('srflx srflx')
  expect(pairs).toHaveLength(8)
  expect(pairs.slice(-5).every(({ types }) => types.includes('relay'))).toBe(true)
})

test('families and protocols do not mix, and two active TCP ends never meet', () => {
  const v6 = 'candidate:1 1 udp 2122260223 fd00::2 40211 typ host'
  const v4 = 'candidate:1 1 udp 2122260223 10.0.2.2 51820 typ host'
  const tcp = 'candidate:1 1 tcp 1518280447 10.0.2.2 9 typ host tcptype active'
  expect(named({ caller: [v6], callee: [v4] })).toEqual([])
  expect(named({ caller: [tcp], callee: [v4] })).toEqual([])
  expect(named({ caller: [tcp], callee: [tcp] })).toEqual([])
  expect(named({ caller: [v4], callee: [v4] })).toHaveLength(1)
})

test('the same address on several ports is one group, named by its best', () => {
  const [group, ...rest] = groups([
    'candidate:1 1 udp 2122260223 10.0.1.2 1 typ host',
    'candidate:1 1 udp 2122260224 10.0.1.2 2 typ host',
    'candidate:1 2 udp 2122260222 10.0.1.2 3 typ host',
  ])
  expect(rest).toEqual([])
  expect(group).toMatchObject({ count: 2, best: { port: 2 } })
})
