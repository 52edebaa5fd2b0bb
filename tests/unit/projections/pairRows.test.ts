import { expect, test } from 'vitest'
import type { Stat } from '../../../src/session/statsRecorder'
import { pairPath, shorten, spread } from '../../../src/evidence/ice/pairPath'
import { pairRows, whyItWon } from '../../../src/projections/pairRows'
import { chromium } from '../evidence/stats/statsSamples'

/** One more pair with the same remote candidate. */
function another(id: string, priority: number, more: Record<string, unknown> = {}): Stat[] {
  return [
    { id: `L${id}`, type: 'local-candidate', timestamp: 1, candidateType: 'host', priority },
    {
      id,
      type: 'candidate-pair',
      timestamp: 1,
      state: 'succeeded',
      localCandidateId: `L${id}`,
      remoteCandidateId: 'R',
      ...more,
    },
  ]
}

test('reads a pair, its priority by the roles of its ends', () => {
  const [row] = pairRows(chromium(1, 1), 'caller')
  expect(row).toMatchObject({
    id: 'P',
    isSelected: true,
    isNominated: true,
    state: 'succeeded',
    local: { type: 'srflx', address: 'fd00::2', port: 5000 },
    remote: { type: 'prflx', address: null },
    controlling: 1686052607,
    controlled: 1853824767,
    priority: 7241540810108190206n,
  })
  // The controlled end reports the same pair the other way round, and one more for G > D.
  const controlled = chromium(1, 1).map((stat) =>
    stat.type === 'transport' ? { ...stat, iceRole: 'controlled' } : stat,
  )
  expect(pairRows(controlled, 'callee')[0]?.priority).toBe(7241540810108190207n)
})

test('without a role the offerer is the controlling end', () => {
  const untold = chromium(1, 1).filter(({ type }) => type !== 'transport')
  expect(pairRows(untold, 'caller')[0]?.priority).toBe(7241540810108190206n)
  expect(pairRows(untold, 'callee')[0]?.priority).toBe(7241540810108190207n)
})

test('where neither the browser nor the trace says who is controlling, there is an order but no sum', () => {
  const untold = [...another('low', 1), ...chromium(1, 1), ...another('high', 2122260223)].filter(
    ({ type }) => type !== 'transport',
  )
  const rows = pairRows(untold, null)
  expect(rows.map(({ id }) => id)).toEqual(['high', 'P', 'low'])
  expect(rows.map(({ isControlling, priority }) => [isControlling, priority])).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ])
  expect(pairRows(chromium(1, 1), null)[0]?.isControlling).toBe(true)
})

test('a priority that is no whole number is none', () => {
  const report = another('a', 0.5)
  expect(pairRows([...report, ...chromium(1, 1)], 'caller').find(({ id }) => id === 'a')?.priority).toBeNull()
})

test('stands in the order of the checklist, pairs without a candidate last', () => {
  const report = [
    ...another('low', 1),
    { id: 'none', type: 'candidate-pair', timestamp: 1, state: 'failed' },
    ...another('high', 2122260223),
    ...chromium(1, 1),
  ]
  expect(pairRows(report, 'caller').map(({ id }) => id)).toEqual(['high', 'P', 'low', 'none'])
})

test('a round-trip time without a response is none', () => {
  const report = another('P', 1, { currentRoundTripTime: 0, responsesReceived: 0 })
  expect(pairRows(report, 'caller')[0]?.roundTripTime).toBeNull()
})

test('says why the pair in use won', () => {
  const why = (...more: Stat[]) => whyItWon(pairRows([...chromium(1, 1), ...more], 'caller'))
  expect(why()).toEqual({ reason: 'first', count: 0 })
  expect(why(...another('a', 2122260223, { state: 'failed' }))).toEqual({ reason: 'first', count: 0 })
  expect(why(...another('a', 1686052607))).toEqual({ reason: 'tied', count: 1 })
  expect(why(...another('a', 2122260223))).toEqual({ reason: 'earlier', count: 1 })
  expect(whyItWon(pairRows(another('a', 1), 'caller'))).toBeNull()
})

test.each([
  ['host', 'host', 'direct', [], 2],
  ['host', 'srflx', 'reflexive', ['right'], 3],
  ['srflx', 'prflx', 'reflexive', ['left', 'right'], 4],
  ['prflx', 'relay', 'relayed', ['right'], 4],
  ['relay', 'relay', 'relayed', ['left', 'right'], 4],
] as const)('%s to %s is %s', (local, remote, kind, indirect, stops) => {
  const [row] = pairRows(chromium(1, 1), 'caller')
  const pair = { ...row!, local: { ...row!.local, type: local }, remote: { ...row!.remote, type: remote } }
  const path = pairPath(pair, 'caller')
  expect(path).toMatchObject({ kind, indirect, left: { type: local }, right: { type: remote } })
  expect(path.stops).toHaveLength(stops)
  expect(pairPath(pair, 'callee')).toMatchObject({ kind, left: { type: remote }, right: { type: local } })
})

test('stops are spread evenly, and long addresses are shortened in the middle', () => {
  expect(spread(3, 0, 100)).toEqual([0, 50, 100])
  expect(shorten('192.0.2.1', 5000, 30)).toBe('192.0.2.1:5000')
  expect(shorten('34176839-f76a-4e58-9281-5c415da1304a.local', 42282, 21)).toBe('34176839-f…ocal:42282')
})
