import { expect, test } from 'vitest'
import { layOut } from '../../../../src/evidence/timeline/layout'
import type { Folding, Layout } from '../../../../src/evidence/timeline/layout'
import { readTimeline } from '../../../../src/evidence/timeline/readTimeline'
import { toSections } from '../../../../src/evidence/timeline/sections'
import { CANDIDATE, logOf, runOf, traffic } from '../../../support/callLog'
import type { EventAtEnd } from '../../../support/callLog'
import { happyLog, traceOf, troubledLog } from './logs'

const OPEN: Folding = { isOpen: () => true, isExpanded: () => false }
const FOLDED: Folding = { isOpen: () => false, isExpanded: () => false }

async function lay(makeLog: typeof happyLog, folding: Folding): Promise<Layout> {
  const timeline = readTimeline(traceOf(await makeLog()))
  return layOut(toSections(timeline), timeline.promises, folding)
}

test.each([
  ['unfolded', OPEN],
  ['folded', FOLDED],
])('%s, rows follow each other without a gap', async (_name, folding) => {
  const { rows, height } = await lay(happyLog, folding)
  let y = 0
  for (const row of rows) {
    expect(row.y).toBe(y)
    y += row.height
  }
  expect(height).toBe(y)
})

test('a bar reaches from its call to its outcome', async () => {
  const { rows, bars } = await lay(happyLog, OPEN)
  const middle = (id: string | null) => {
    const row = rows.find((one) => one.kind === 'item' && one.item.id === id)!
    return row.y + row.height / 2
  }
  expect(bars).toHaveLength(11)
  for (const bar of bars) {
    expect(bar.y).toBe(middle(bar.from))
    expect(bar.y + bar.height).toBe(middle(bar.to))
  }
})

test('folded, a step keeps its call in its head, descriptions and failures as rows', async () => {
  const { rows } = await lay(happyLog, FOLDED)
  expect(rows.flatMap((row) => (row.kind === 'item' ? [row.item.name] : []))).toEqual([
    'description offer',
    'description answer',
  ])
  const calls = rows.flatMap((row) => (row.kind === 'section' && row.call !== null ? [row.call.name] : []))
  expect(calls).toHaveLength(13)
  const failed = (await lay(troubledLog, FOLDED)).rows.filter(
    (row) => row.kind === 'item' && row.item.kind === 'failed',
  )
  expect(failed).toHaveLength(1)
})

test('a pause of two seconds or more is marked', () => {
  const log = logOf([
    runOf('capture-media'),
    ['caller', { type: 'pc.negotiation-needed' }],
    runOf('add-tracks'),
  ]).map((entry, index) => ({ ...entry, at: [0, 1_999, 14_000][index] ?? 0 }))
  const timeline = readTimeline(traceOf(log))
  const { rows } = layOut(toSections(timeline), timeline.promises, FOLDED)
  expect(rows.flatMap((row) => (row.kind === 'gap' ? [row.pause] : []))).toEqual([12_001])
})

test('a group unfolds into its members, whose rows have their own keys', () => {
  const gathered = ['caller', { type: 'pc.candidate', candidate: CANDIDATE }] as const
  const timeline = readTimeline(traceOf(logOf([[...gathered], [...gathered], [...gathered]])))
  const { rows } = layOut(toSections(timeline), [], { isOpen: () => true, isExpanded: () => true })
  expect(rows.filter((row) => row.kind === 'item' && row.isMember)).toHaveLength(3)
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
})

test('of thousands of items the newest are drawn, and a row says how many are not', () => {
  const mixed = Array.from({ length: 2_000 }, (_, index) =>
    index % 2 === 0
      ? (['caller', { type: 'pc.negotiation-needed' }] as EventAtEnd)
      : traffic('callee', 'refused'),
  )
  const timeline = readTimeline(traceOf(logOf([runOf('capture-media'), ...mixed])))
  const { rows } = layOut(toSections(timeline), [], OPEN)
  const items = rows.filter((row) => row.kind === 'item')
  const [undrawn] = rows.filter((row) => row.kind === 'undrawn')
  expect(items.at(-1)?.item.id).toBe('2000.0')
  expect(items.length + (undrawn?.count ?? 0)).toBe(2_001)
  expect(items.length).toBeLessThan(2_000)
})

test('refusals in a group are one row until it is unfolded', () => {
  const refused = Array.from({ length: 5_000 }, () => traffic('callee', 'refused'))
  const sections = toSections(readTimeline(traceOf(logOf([runOf('capture-media'), ...refused]))))
  const itemsOf = (isExpanded: boolean) =>
    layOut(sections, [], { isOpen: () => true, isExpanded: () => isExpanded }).rows.filter(
      (row) => row.kind === 'item',
    )
  expect(itemsOf(false)).toHaveLength(2)
  expect(itemsOf(true).length).toBeGreaterThan(100)
  expect(itemsOf(true).length).toBeLessThan(1_000)
})
