import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toColumns } from '../../../../src/evidence/timeline/columns'

const TWO = [
  { id: 'a', role: 'caller' },
  { id: 'b', role: 'callee' },
] as const

/** Half of the width of the head's labels in px, as the head prints them; `Time` ends at its column. */
const HALF = { signaling: 27, ice: 10 }

test('in the head of two connections no label touches another, nor the edge', () => {
  fc.assert(
    fc.property(fc.integer({ min: 320, max: 2_000 }), fc.boolean(), (width, hasServers) => {
      const columns = toColumns(width, TWO, hasServers)
      const labels = columns.list.flatMap(({ lanes }) => [
        { from: lanes.signaling - HALF.signaling, to: lanes.signaling + HALF.signaling },
        { from: lanes.ice - HALF.ice, to: lanes.ice + HALF.ice },
      ])
      const spans = [{ from: 0, to: columns.time }, ...labels].sort((a, b) => a.from - b.from)
      for (const [at, span] of spans.entries())
        expect(span.to).toBeLessThan(spans[at + 1]?.from ?? columns.width)
    }),
  )
})
