import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMachine } from 'xstate'
import { graphMachine } from '../../../src/inspector/chart/chartGraph'
import {
  boxRows,
  contentSize,
  labelText,
  shorten,
  shortLabel,
  textWidth,
  titleText,
} from '../../../src/inspector/chart/chartSize'
import { fitZoom, limitZoom } from '../../../src/inspector/chart/chartZoom'

const SOURCE = `({ context, event }) => {\n  return ${'context.orders.length > 3 && '.repeat(40)} event.isLast\n}`

/** XState reads a dot in a target as a path into a state. */
const NAME = SOURCE.replaceAll('.', ' ')

test('history states have the signs H and H*, and no other state has one', () => {
  const states = { a: {}, h: { type: 'history' }, d: { type: 'history', history: 'deep' } } as const
  const { states: read } = graphMachine(createMachine({ id: 'm', initial: 'a', states }).root)
  expect(read.map(titleText)).toEqual(['m', 'a', 'H h', 'H* d'])
  expect(read.map(({ history }) => history)).toEqual([null, null, 'shallow', 'deep'])
})

test('what its author noted of a state is read, and cut where it is long', () => {
  const states = { a: { meta: { step: 'one' } }, b: { meta: { text: 'x'.repeat(500) } }, c: { meta: {} } }
  const machine = createMachine({ id: 'm', initial: 'a', states })
  const [, a, b, c] = graphMachine(machine.root).states
  expect(a?.meta).toBe('{"step":"one"}')
  expect(b?.meta).toMatch(/^\{"text":"x+…$/)
  expect(c?.meta).toBeNull()
})

test('tags are read from the definition', () => {
  const machine = createMachine({ id: 'm', tags: 'busy', initial: 'a', states: { a: { tags: ['x', 'y'] } } })
  expect(graphMachine(machine.root).states.map(({ tags }) => tags)).toEqual([['busy'], ['x', 'y']])
})

test('whole source texts are drawn short, in labels, rows and names, and the whole is kept', () => {
  const machine = createMachine({
    id: 'm',
    initial: 'a',
    states: {
      a: {
        entry: SOURCE,
        invoke: { src: SOURCE },
        on: { GO: { guard: SOURCE, target: NAME }, STAY: { guard: SOURCE, actions: 'act' } },
      },
      [NAME]: {},
    },
  } as never)
  const graph = graphMachine(machine.root)
  for (const state of graph.states) expect(contentSize(graph, state).width).toBeLessThan(480)
  const [go] = graph.edges
  expect(textWidth(shortLabel(go!), 10.5)).toBeLessThan(600)
  expect(shortLabel(go!)).toMatch(/^GO \[.*…\]$/)
  expect(labelText(go!)).toContain(SOURCE)
  const wholes = graph.states.flatMap((state) =>
    boxRows(graph, state).flatMap(({ pieces }) => pieces.map(({ whole }) => whole)),
  )
  expect(wholes).toEqual([`invoke ${SOURCE}`, `entry / ${SOURCE}`, `STAY [${SOURCE}]`])
})

test('a short name stays as it is, a long one fits in one line of forty letters', () => {
  expect(shorten('set-remote-offer')).toBe('set-remote-offer')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const short = shorten(text)
      expect(Array.from(short).length).toBeLessThanOrEqual(40)
      expect(short).not.toMatch(/[\n\t]/)
      expect(short).not.toMatch(/\p{Cs}/u)
    }),
  )
})

test('a Chinese name is as wide as it is drawn', () => {
  expect(textWidth('握手', 12)).toBe(24)
  expect(textWidth('ab', 10)).toBe(13)
})

test('whatever the size of a chart, fitting shows all of it', () => {
  const size = fc.record({
    width: fc.integer({ min: 1, max: 100_000 }),
    height: fc.integer({ min: 1, max: 100_000 }),
  })
  fc.assert(
    fc.property(size, size, (frame, chart) => {
      const fitting = fitZoom(frame, chart)
      const zoom = limitZoom(fitting, fitting)
      expect(chart.width * zoom).toBeLessThanOrEqual(frame.width * 1.000001)
      expect(chart.height * zoom).toBeLessThanOrEqual(frame.height * 1.000001)
    }),
  )
  expect(fitZoom({ width: 0, height: 0 }, { width: 100, height: 100 })).toBe(1)
  expect(limitZoom(0.01, 1)).toBe(0.15)
  expect(limitZoom(9, 1)).toBe(2.5)
})
