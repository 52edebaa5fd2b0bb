import { describe, expect, test } from 'vitest'
import { NAT_KINDS } from '../../../src/nat/natKinds'
import type { NatKind } from '../../../src/nat/natKinds'
import { outcomeOf, simulate } from '../../../src/nat/simulate'

/** Which NATs can connect with STUN only: measured and derived behind real NATs, and the same in both directions. */
const PAIRS: readonly [NatKind, NatKind, 'srflx' | 'prflx' | null][] = [
  ['full-cone', 'full-cone', 'srflx'],
  ['full-cone', 'restricted', 'srflx'],
  ['full-cone', 'port-restricted', 'srflx'],
  ['full-cone', 'symmetric', 'prflx'],
  ['restricted', 'restricted', 'srflx'],
  ['restricted', 'port-restricted', 'srflx'],
  ['restricted', 'symmetric', 'prflx'],
  ['port-restricted', 'port-restricted', 'srflx'],
  ['port-restricted', 'symmetric', null],
  ['symmetric', 'symmetric', null],
]
const BOTH_WAYS = PAIRS.flatMap(([one, other, type]) => [
  { caller: one, callee: other, type },
  { caller: other, callee: one, type },
])
const ALL = NAT_KINDS.flatMap((caller) => NAT_KINDS.map((callee) => ({ caller, callee })))

describe('with STUN only', () => {
  test.each(BOTH_WAYS)('$caller ↔ $callee: $type', ({ caller, callee, type }) => {
    const outcome = outcomeOf({ caller, callee, hasTurn: false })
    if (type === null) {
      expect(outcome).toEqual({ kind: 'needs-turn' })
      return
    }
    expect(outcome.kind).toBe('direct')
    const types = Object.values(outcome)
    expect(types.includes('prflx')).toBe(type === 'prflx')
    expect(types).toContain('srflx')
  })

  test.each(NAT_KINDS)('an end without a NAT is reached from behind %s', (kind) => {
    expect(outcomeOf({ caller: 'none', callee: kind, hasTurn: false }).kind).toBe('direct')
    expect(outcomeOf({ caller: kind, callee: 'none', hasTurn: false }).kind).toBe('direct')
  })
})

test.each(ALL)('with TURN everyone connects: $caller ↔ $callee', ({ caller, callee }) => {
  const direct = outcomeOf({ caller, callee, hasTurn: false })
  const outcome = outcomeOf({ caller, callee, hasTurn: true })
  if (direct.kind === 'direct') expect(outcome).toEqual(direct)
  else expect(outcome).toMatchObject({ kind: 'relay', callee: 'relay' })
})

test('two symmetric NATs need one relay: a new mapping of the caller to the callee’s relay', () => {
  const setup = { caller: 'symmetric', callee: 'symmetric', hasTurn: true } as const
  expect(outcomeOf(setup)).toEqual({ kind: 'relay', caller: 'prflx', callee: 'relay' })
})

test('hole punching: the first check is dropped, the one from the other end comes in', () => {
  const setup = { caller: 'port-restricted', callee: 'port-restricted', hasTurn: false } as const
  const checks = simulate(setup).filter(({ kind }) => kind === 'check')
  expect(checks.map(({ side, trip }) => [side, trip?.verdict?.result])).toEqual([
    ['caller', 'dropped'],
    ['callee', 'let-in'],
  ])
})

test.each(ALL)('each leg begins where the last one ended: $caller ↔ $callee', ({ caller, callee }) => {
  for (const { trip } of simulate({ caller, callee, hasTurn: true })) {
    if (!trip) continue
    const places = trip.legs.map(({ place }) => place)
    expect(new Set(places).size).toBe(places.length)
    expect(places).toContain('internet')
    if (trip.verdict?.result === 'dropped') expect(places.at(-1)).toBe('internet')
  }
})

test('a table never changes after its moment', () => {
  const moments = simulate({ caller: 'symmetric', callee: 'restricted', hasTurn: false })
  const sizes = moments.map(({ nats }) => nats.caller.mappings.length)
  expect(sizes).toEqual([...sizes].sort((one, other) => one - other))
  expect(sizes[0]).toBe(1)
  expect(sizes.at(-1)).toBeGreaterThan(1)
})
