import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LOW, NARROW, PHONE } from '../../../src/ui/layouts'

/** Between these widths the page as a whole changes its layout. */
const [LEAST, MOST] = [800, 1200]
/** Widths in between at which one component alone changes. Add to them only for such a component. */
const OF_A_COMPONENT = [1199, 1139, 1039, 1023]

/** The widest window of every condition on the width in a query: `(width < 900px)` and `(min-width: 900px)` give 899. */
function widthsOf(query: string): number[] {
  return [...query.matchAll(/(max-width:|min-width:|width <=?|width >=?) (\d+)px/g)].map(
    ([, how = '', size]) =>
      how === 'max-width:' || how === 'width <=' || how === 'width >' ? Number(size) : Number(size) - 1,
  )
}

const queries = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(vue|css)$/.test(file))
  .flatMap((file) =>
    [...readFileSync(`src/${file}`, 'utf8').matchAll(/@media ([^{]+) \{/g)].map(([, query = '']) => ({
      file,
      query,
    })),
  )

test('style sheets change the layout of the page at the widths of src/ui/layouts.ts', () => {
  const known = [...widthsOf(PHONE), ...widthsOf(NARROW), ...OF_A_COMPONENT]
  const isUnknown = (width: number) => width >= LEAST && width <= MOST && !known.includes(width)
  expect(queries.filter(({ query }) => widthsOf(query).some(isUnknown))).toEqual([])
})

test('they know a phone on its side by the same words', () => {
  const sideways = queries.filter(({ query }) => query.includes('orientation'))
  expect(sideways.filter(({ query }) => !query.endsWith(LOW))).toEqual([])
})

test('every layout is in a style sheet', () => {
  const used = queries.map(({ query }) => query)
  for (const layout of [PHONE, LOW, NARROW]) expect(used).toContain(layout)
})
