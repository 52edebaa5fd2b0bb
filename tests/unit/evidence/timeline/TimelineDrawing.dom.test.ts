import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { beforeEach, expect, test } from 'vitest'
import { layOut } from '../../../../src/evidence/timeline/layout'
import { readTimeline } from '../../../../src/evidence/timeline/readTimeline'
import { toSections } from '../../../../src/evidence/timeline/sections'
import TimelineDrawing from '../../../../src/evidence/timeline/TimelineDrawing.vue'
import { changed, logOf, runOf } from '../../../support/callLog'
import { traceOf } from './logs'

beforeEach(() => {
  // The drawing scales with the root font size.
  document.documentElement.style.fontSize = '14px'
})

/** A row for each change, and one for the section. */
function draw(changes: number) {
  const states = ['checking', 'connected'] as const
  const log = logOf([
    runOf('capture-media'),
    ...Array.from({ length: changes }, (_, at) => changed('caller', { iceConnectionState: states[at % 2]! })),
  ])
  const trace = traceOf(log)
  const timeline = readTimeline(trace)
  const layout = layOut(toSections(timeline), timeline.promises, {
    isOpen: () => true,
    isExpanded: () => false,
  })
  // happy-dom has no layout.
  const scroller = Object.defineProperty(document.createElement('div'), 'clientHeight', { value: 300 })
  const drawing = mount(TimelineDrawing, {
    props: {
      layout,
      connections: trace.connections,
      scroller,
      lesson: 'capture-media',
      selected: null,
      hasServers: false,
    },
    attachTo: scroller,
  })
  return { layout, scroller, drawing, items: () => drawing.findAll('[data-item]').length }
}

test('a call of ordinary length is drawn whole', () => {
  const { layout, items } = draw(140)
  expect(items()).toBe(layout.rows.length - 1)
})

test('of a long call the visible rows are drawn, and after scrolling those that have become visible', async () => {
  const { layout, scroller, drawing, items } = draw(160)
  const last = layout.rows.at(-1)!
  expect(layout.rows.length).toBeGreaterThan(160)
  expect(items()).toBeLessThan(60)
  const isDrawn = () => drawing.findAll('.hit').some((row) => Number(row.attributes('y')) === last.y + 1)
  expect(isDrawn()).toBe(false)
  await nextTick()
  scroller.scrollTop = last.y
  scroller.dispatchEvent(new Event('scroll'))
  await nextTick()
  expect(isDrawn()).toBe(true)
  expect(items()).toBeLessThan(60)
  expect(drawing.findAll('[data-section]')).toHaveLength(1)
})

test('the arrow keys lead on to rows that were not drawn', async () => {
  const { layout, drawing, items } = draw(160)
  const drawn = items()
  for (let step = 0; step < drawn + 10; step += 1) {
    await drawing.get('[tabindex="0"]').trigger('keydown', { key: 'ArrowDown' })
  }
  const y = Number(drawing.get('[tabindex="0"] .hit').attributes('y'))
  expect(y).toBe(layout.rows[drawn + 10]!.y + 1)
})

test('the file holds every row of a long call', async () => {
  const { drawing, items } = draw(160)
  const text = await (drawing.vm as unknown as { toSvg(): Promise<string> }).toSvg()
  // The first one is about the connection itself.
  expect(text.match(/ → (checking|connected)/g)).toHaveLength(159)
  await nextTick()
  expect(items()).toBeLessThan(60)
})
