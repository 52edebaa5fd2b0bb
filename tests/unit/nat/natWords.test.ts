import { expect, test } from 'vitest'
import { factsOf, titleOf } from '../../../src/figures/natWords'
import { NAT_KINDS } from '../../../src/nat/natKinds'
import { simulate } from '../../../src/nat/simulate'

const SETUPS = NAT_KINDS.flatMap((caller) =>
  NAT_KINDS.flatMap((callee) => [true, false].map((hasTurn) => ({ caller, callee, hasTurn }))),
)

test.each(SETUPS)('every moment has words without gaps: $caller ↔ $callee, TURN $hasTurn', (setup) => {
  for (const moment of simulate(setup)) {
    for (const { zh, en } of [titleOf(moment), ...factsOf(moment)]) {
      expect(zh).toMatch(/^[^{}]+$/)
      expect(en).toMatch(/^[^{}]+$/)
    }
  }
})

test('a drop is described with the refused source', () => {
  const moments = simulate({ caller: 'port-restricted', callee: 'port-restricted', hasTurn: false })
  const drop = moments.find(({ trip }) => trip?.verdict?.result === 'dropped')
  expect(drop && factsOf(drop).map(({ en }) => en)).toContain(
    'The callee’s NAT drops it: it has never sent to 203.0.113.101:40001.',
  )
})
