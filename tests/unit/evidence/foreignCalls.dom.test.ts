import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { h } from 'vue'
import type { Component } from 'vue'
import IcePanel from '../../../src/evidence/ice/IcePanel.vue'
import PairsView from '../../../src/evidence/ice/PairsView.vue'
import SlotsPanel from '../../../src/evidence/negotiation/SlotsPanel.vue'
import SdpCompare from '../../../src/evidence/sdp/SdpCompare.vue'
import SdpPanel from '../../../src/evidence/sdp/SdpPanel.vue'
import SdpReader from '../../../src/evidence/sdp/SdpReader.vue'
import StatsPanel from '../../../src/evidence/stats/StatsPanel.vue'
import { reading } from '../../../src/i18n/useI18n'
import { foreignFrame, foreignIds } from '../../support/foreignFrame'
import { chromium } from './stats/statsSamples'

/** Canvas drawings are left out: happy-dom has no canvas. Their words and tables stay. */
const STUBS = { StatsChart: true, RouterLink: true }

/** A frame of connections without known roles, with statistics that do not report the ICE role either. */
function frameOf(count: number) {
  const frame = foreignFrame(count)
  const stats = (at: number) => chromium(at, at).filter(({ type }) => type !== 'transport')
  const marked = (at: number) =>
    stats(at).map((stat) => (stat.type === 'candidate-pair' ? { ...stat, selected: true } : stat))
  const samples = foreignIds(count).flatMap((conn) =>
    [1000, 2000].map((at) => ({ at, conn, stats: marked(at) })),
  )
  return { ...frame, samples }
}

/** Rendered by a parent, as on the page: mount() traverses its own props deeply first. */
function show(panel: Component, props: Record<string, unknown>) {
  return mount({ render: () => h(panel, props) }, { global: { stubs: STUBS } })
}

let warn = vi.spyOn(console, 'warn')
beforeEach(() => {
  reading.value = 'en'
  warn = vi.spyOn(console, 'warn')
})
afterEach(() => {
  expect(warn).not.toHaveBeenCalled()
})

describe.each([1, 9])('%i connections without role or machine', (count) => {
  const frame = frameOf(count)
  const [first = ''] = foreignIds(count)

  test('the SDP tab reads the first slot that is filled, names no step, and takes another connection', async () => {
    const panel = show(SdpPanel, { frame, lesson: 'create-offer' })
    await flushPromises()
    await vi.waitFor(() => expect(panel.findComponent(SdpReader).exists()).toBe(true))
    expect(panel.get('[role=tree]').attributes('aria-label')).toContain(`${first} currentRemoteDescription`)
    for (const line of panel.findAll('[data-line]')) {
      await line.trigger('click')
      expect(panel.find('.reason .step').exists()).toBe(false)
    }
    await panel
      .findAll('.slot')
      .find((slot) => slot.text().startsWith('pendingLocal'))!
      .trigger('click')
    expect(panel.text()).toContain('This slot is empty.')
    if (count < 2) return
    const last = foreignIds(count).at(-1)!
    await panel.get('select').setValue(last)
    await vi.waitFor(() => expect(panel.find('[role=tree]').exists()).toBe(true))
    expect(panel.get('[role=tree]').attributes('aria-label')).toContain(last)
  })

  test('two descriptions are compared, each under the name of its connection', () => {
    const panel = show(SdpCompare, { view: frame.view, lesson: 'create-offer' })
    expect(panel.findAll('[data-preset]')).toHaveLength(0)
    const [left, right] = panel.findAll('select')
    expect(left!.element.selectedOptions[0]?.textContent).toContain(first)
    expect(right!.element.selectedOptions[0]?.textContent).toContain('answer')
    expect(panel.findAll('[data-row=changed]').length).toBeGreaterThan(0)
  })

  test('the slots and the state chart show every connection', () => {
    const panel = show(SlotsPanel, { frame })
    expect(panel.findAll('table.slots')).toHaveLength(count)
    expect(panel.findAll('[data-words]').map((one) => one.attributes('data-words'))).toEqual(
      foreignIds(count),
    )
    expect(panel.get(`[data-words="${first}"]`).text()).toContain(first)
    expect(panel.get('[data-state=stable]').attributes('data-here')).toBe(foreignIds(count).join(' '))
    expect(panel.get('[data-state=stable]').text()).toContain(
      count > 2 ? `${String(count)} connections` : first,
    )
  })

  test('the ICE tab lists what was gathered and what a peer sent, each with its note', async () => {
    const panel = show(IcePanel, { frame })
    await flushPromises()
    // A pair is in use, so it opens on the pairs.
    expect(panel.findComponent(PairsView).exists()).toBe(true)
    await panel.get('input[value=candidates]').setValue(true)
    expect(panel.findAll('[data-gathering]')).toHaveLength(count)
    const rows = panel.findAll('[data-candidate]')
    expect(rows.length).toBeGreaterThanOrEqual(4)
    for (const row of rows) {
      await row.trigger('click')
      expect(panel.get('.note').text()).not.toContain('Choose a candidate')
    }
    if (count === 1) expect(panel.text()).toContain(`peer → ${first}`)
    // Whether a candidate was sent was not recorded either.
    expect(panel.find('.chip.held').exists()).toBe(false)
  })

  test('the pairs say that nobody knows which side is controlling', async () => {
    const panel = show(IcePanel, { frame })
    await panel.get('input[value=pairs]').setValue(true)
    const pairs = panel.getComponent(PairsView)
    expect(pairs.find('[data-path=reflexive]').exists()).toBe(true)
    expect(pairs.get('[role=img]').attributes('aria-label')).toContain('other end')
    expect(pairs.text()).toContain('was not recorded')
  })

  test('statistics have a column for each connection', async () => {
    const panel = show(StatsPanel, { frame })
    await flushPromises()
    expect(panel.findAll('thead th')).toHaveLength(count + 2)
    expect(panel.findAll('[data-stat=framesDecoded] td code')).toHaveLength(count)
  })

  test('without samples neither statistics nor pairs were recorded', async () => {
    const panel = show(StatsPanel, { frame: foreignFrame(count) })
    expect(panel.text()).toContain('holds events')
    const ice = show(IcePanel, { frame: foreignFrame(count) })
    await ice.get('input[value=pairs]').setValue(true)
    expect(ice.text()).toContain('A recording has no candidate pairs')
  })
})

test('a trace without any connection is no error', async () => {
  const frame = foreignFrame(0)
  expect(show(SdpPanel, { frame, lesson: 'create-offer' }).text()).toContain('There is no connection')
  for (const panel of [SlotsPanel, IcePanel, StatsPanel]) expect(show(panel, { frame }).text()).not.toBe('')
  expect(show(SdpCompare, { view: frame.view, lesson: 'create-offer' }).text()).toContain('two descriptions')
  await flushPromises()
})
