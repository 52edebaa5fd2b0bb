import { expect, test } from 'vitest'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { Entry } from './handMade'
import { dumpOf, healthyLines } from './handMade'

const CALLS = 150

test('hundreds of connections are told within seconds', () => {
  const lines = Array.from({ length: CALLS }, (_, index) => [
    ...healthyLines().map(([at, conn, name, value]) => {
      const text = JSON.stringify(value).replaceAll('CALL', `CAL${index}`).replaceAll('ANSW', `ANS${index}`)
      return [at + index * 10, `${conn ?? ''}${index}`, name, JSON.parse(text)] as unknown as Entry
    }),
    ...Array.from({ length: 200 }, (__, at): Entry => [at, `A${index}`, 'other', { name: 'x' }]),
  ]).flat()
  const started = performance.now()
  const { calls, verdicts, healthy } = diagnose([dumpOf(lines)])
  expect(calls).toHaveLength(CALLS)
  expect(verdicts).toEqual([])
  expect(healthy).toBe(true)
  // A tenth of that here; what looks at every line for every connection takes longer.
  expect(performance.now() - started).toBeLessThan(5_000)
})
