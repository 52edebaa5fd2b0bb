import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countKinds, groupControls } from '../../../../src/evidence/wire/wireGroups'
import type { WireRow } from '../../../../src/evidence/wire/wireRows'

const row = (key: number, kind: string, outcome: WireRow['outcome']) =>
  ({ key, kind, outcome }) as unknown as WireRow
const hello = (key: number) => row(key, 'hello', 'control')
const rowsOf = (kinds: readonly boolean[]) =>
  kinds.map((isControl, key) => (isControl ? hello(key) : row(key, 'candidate', 'delivered')))

test('control messages in a row become one line, others stay', () => {
  const list = groupControls([hello(0), hello(1), hello(2), row(3, 'description', 'delivered'), hello(4)])
  expect(list.map((one) => ('controls' in one ? countKinds(one) : one.kind))).toEqual([
    '3 hello',
    'description',
    'hello',
  ])
})

test('a line counts each kind of its messages', () => {
  const [group] = groupControls([hello(0), row(1, 'constructor', 'control'), hello(2)])
  expect(group && 'controls' in group && countKinds(group)).toBe('2 hello · 1 constructor')
})

test('nothing is lost, the order stays, and keys differ', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (kinds) => {
      const rows = rowsOf(kinds)
      const list = groupControls(rows)
      expect(list.flatMap((one) => ('controls' in one ? one.controls : [one]))).toEqual(rows)
      expect(new Set(list.map(({ key }) => key)).size).toBe(list.length)
    }),
  )
})

test('a group that grows keeps its key', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1 }), (kinds) => {
      const rows = rowsOf(kinds)
      const [before, after] = [groupControls(rows), groupControls([...rows, hello(rows.length)])]
      const known = before.filter((one) => 'controls' in one).map(({ key }) => key)
      expect(after.map(({ key }) => key)).toEqual(expect.arrayContaining(known))
    }),
  )
})
