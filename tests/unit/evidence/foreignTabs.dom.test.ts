import { mount } from '@vue/test-utils'
import type { Component } from 'vue'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import EvidencePanel from '../../../src/evidence/EvidencePanel.vue'
import MachineCharts from '../../../src/evidence/machine/MachineCharts.vue'
import MachinePanel from '../../../src/evidence/machine/MachinePanel.vue'
import RunStrip from '../../../src/evidence/RunStrip.vue'
import TimelinePanel from '../../../src/evidence/timeline/TimelinePanel.vue'
import WirePanel from '../../../src/evidence/wire/WirePanel.vue'
import { reading } from '../../../src/i18n/useI18n'
import { foreignFrame, foreignIds } from '../../support/foreignFrame'

const warn = vi.spyOn(console, 'warn')
const error = vi.spyOn(console, 'error')

beforeEach(() => {
  reading.value = 'en'
  vi.clearAllMocks()
})
afterEach(() => {
  expect(warn).not.toHaveBeenCalled()
  expect(error).not.toHaveBeenCalled()
})

/** A panel with a trace that was not made by this app's machines; mounting must not warn (afterEach). */
function show(panel: Component, count: number, props: object = {}) {
  const frame = foreignFrame(count)
  return mount(panel, { props: { frame, ...props } })
}

test.each([1, 9])('the timeline draws %i connections under their ids', async (count) => {
  const panel = show(TimelinePanel, count, { lesson: 'capture-media' })
  const head = panel.get('[data-head]').text()
  for (const id of foreignIds(count)) expect(head).toContain(id)
  const labels = panel.findAll('[data-item]').map((row) => row.attributes('aria-label') ?? '')
  for (const id of foreignIds(count)) expect(labels.some((label) => label.includes(id))).toBe(true)
  expect(panel.text()).toContain('All that was recorded')
  await panel.get('[data-item="event"]').trigger('click')
  expect(panel.text()).toContain('"onnegotiationneeded"')
})

test.each([1, 9])('the list names %i connections by their ids', async (count) => {
  const panel = show(TimelinePanel, count, { lesson: 'capture-media' })
  await panel.get('input[value="list"]').setValue()
  for (const id of foreignIds(count)) expect(panel.text()).toContain(id)
  expect(panel.findAll('li[data-item="failed"]').length).toBeGreaterThanOrEqual(count)
})

test.each([1, 9])(
  'the wire lists the messages of %i connections, the unknown other one left out',
  (count) => {
    const panel = show(WirePanel, count)
    const ends = panel.findAll('.ends').map((each) => each.text())
    expect(ends).toHaveLength(2 * count)
    for (const id of foreignIds(count)) {
      expect(ends).toContain(`${id} →`)
      expect(ends).toContain(`→ ${id}`)
    }
  },
)

test.each([1, 9])('of %i connections no machine was recorded, and the tab says so', (count) => {
  const panel = show(MachinePanel, count, { controls: null })
  expect(panel.text()).toContain('No machine was recorded')
})

test.each([1, 9])('the charts of %i connections without a machine are none', (count) => {
  expect(show(MachineCharts, count, { controls: null }).findAll('[data-machine]')).toHaveLength(0)
})

test.each([1, 9])('the strip above the evidence of %i connections shows no run', (count) => {
  const strip = mount(RunStrip, { props: { view: foreignFrame(count).view, lesson: 'create-offer' } })
  expect(strip.find('.code').exists()).toBe(false)
})

test.each([1, 9])('the tabs count what %i connections gathered and sent', async (count) => {
  const panel = show(EvidencePanel, count, {
    lesson: 'capture-media',
    tab: 'wire',
    controls: null,
  })
  await vi.waitFor(() => {
    expect(panel.findAll('.count').map((each) => each.text())).toEqual([String(2 * count), String(2 * count)])
  })
})
