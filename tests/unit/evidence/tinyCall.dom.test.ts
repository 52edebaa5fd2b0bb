import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { h, shallowRef } from 'vue'
import { routeLocationKey, routerKey } from 'vue-router'
import type { Component } from 'vue'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import IcePanel from '../../../src/evidence/ice/IcePanel.vue'
import MachineCharts from '../../../src/evidence/machine/MachineCharts.vue'
import SlotsPanel from '../../../src/evidence/negotiation/SlotsPanel.vue'
import RunStrip from '../../../src/evidence/RunStrip.vue'
import SdpPanel from '../../../src/evidence/sdp/SdpPanel.vue'
import SdpReader from '../../../src/evidence/sdp/SdpReader.vue'
import StatsPanel from '../../../src/evidence/stats/StatsPanel.vue'
import TimelinePanel from '../../../src/evidence/timeline/TimelinePanel.vue'
import WirePanel from '../../../src/evidence/wire/WirePanel.vue'
import { reading } from '../../../src/i18n/useI18n'
import { readFrame } from '../../../src/session/callFrame'
import type { CallFrame } from '../../../src/session/callFrame'
import { CALL } from '../../../src/session/callSession'
import { createCursor, cursorOf } from '../../../src/session/historyCursor'
import type { AppendableHistory } from '../../../src/session/callHistory'
import MapPanel from '../../../src/features/map/MapPanel.vue'
import { runTiny } from '../../support/tinyCall'
import { TINY } from '../../support/tinyScript'

/** Provided, not mocked: the module may have been loaded by another file of tests. */
const ROUTE = { params: {}, query: {}, name: 'call' }
const ROUTER = { push: vi.fn(), replace: vi.fn() }

const IDS = TINY.steps.map(({ id }) => id)
let history: AppendableHistory
beforeAll(async () => {
  history = await runTiny()
})

let warn = vi.spyOn(console, 'warn')
beforeEach(() => {
  reading.value = 'en'
  warn = vi.spyOn(console, 'warn')
})
afterEach(() => {
  expect(warn).not.toHaveBeenCalled()
})

/** All that panels show of the tiny call; null: at its newest moment. */
function frameAt(cursor: number | null = null): CallFrame {
  const still = { runningTo: null, playing: false, channelName: '', samples: [], tabs: null }
  return readFrame({ history, isLive: false, cursor, settings: DEFAULT_SETTINGS, ...still }, null)
}

/** Drawn by a parent, as on the page. */
function show(panel: Component, props: Record<string, unknown>, provide = {}) {
  const router = { [routeLocationKey as symbol]: ROUTE, [routerKey as symbol]: ROUTER }
  const global = { stubs: { StatsChart: true, RouterLink: true }, provide: { ...router, ...provide } }
  return mount({ render: () => h(panel, props) }, { global })
}

describe('a call of another script', () => {
  test('has its own sections in the timeline, numbered as its script has them, and one after the last', async () => {
    const panel = show(TimelinePanel, { frame: frameAt(), lesson: 'connected' })
    await flushPromises()
    const sections = panel.findAll('[data-section]').map((one) => one.attributes('data-section'))
    expect([...new Set(sections)]).toEqual(expect.arrayContaining([...IDS, 'connected']))
    for (const [index, { id }] of TINY.steps.entries())
      expect(panel.get(`[data-section="${id}"]`).text()).toContain(`${String(index + 1)}${id}`)
  })

  test('fills its slots, and its SDP tab reads the last one and names its own step where one is empty', async () => {
    const slots = show(SlotsPanel, { frame: frameAt() })
    expect(slots.findAll('table.slots')).toHaveLength(2)
    const panel = show(SdpPanel, { frame: frameAt(), lesson: 'connected' })
    await vi.waitFor(() => expect(panel.findComponent(SdpReader).exists()).toBe(true))
    expect(panel.get('[role=tree]').attributes('aria-label')).toContain('currentRemoteDescription')
    const before = show(SdpPanel, { frame: frameAt(0), lesson: 'connected' })
    expect(before.text()).toContain(`Step ${String(IDS.indexOf('accept') + 1)} puts`)
  })

  test('says before its candidates which of its steps starts gathering', () => {
    expect(show(IcePanel, { frame: frameAt(0) }).text()).toContain('(step 2)')
    const made = history.snapshots.findIndex(({ caller }) => caller.context.local.length > 0)
    const panel = show(IcePanel, { frame: frameAt(made) })
    expect(panel.get('[data-gathering=callee]').text()).toContain('step 4')
  })

  test('lists what crossed the wire, and says which of its steps sends first', () => {
    expect(show(WirePanel, { frame: frameAt(0) }).text()).toMatch(/step 3/i)
    const panel = show(WirePanel, { frame: frameAt() })
    expect(panel.text()).toContain('Descriptions 2')
    expect(panel.text()).toMatch(/Caller → Calleedescription#0.*Callee → Callerdescription#0/)
  })

  test('has statistics once one of its steps has made a connection', () => {
    const live = { ...frameAt(0), statistics: 'live' } as const
    expect(show(StatsPanel, { frame: live }).text()).toMatch(/step 1\b/i)
  })

  test('shows its own machines, each step a state, without a layout made for others', async () => {
    const panel = show(MachineCharts, { frame: frameAt(), controls: null })
    await flushPromises()
    // Steps are shown of one end at a time, the one whose turn it is.
    expect(panel.findAll('[data-machine]')).toHaveLength(1)
    await panel.get('input[value=""]').setValue(true)
    expect(panel.findAll('[data-machine]')).toHaveLength(2)
    expect(panel.find('input[value=drawing]').exists()).toBe(false)
    for (const { id, end } of TINY.steps) expect(panel.get(`[data-machine=${end}]`).text()).toContain(id)
    expect(panel.text()).not.toContain('create-offer')
  })

  test('prints the code of its own step above the evidence', () => {
    const strip = show(RunStrip, { view: frameAt().view, lesson: 'connected' })
    expect(strip.get('.code').text()).toBe(TINY.steps.at(-1)!.code)
  })

  test('has its own steps on the map, done, with their calls', () => {
    const frame = shallowRef(frameAt())
    const { moves } = createCursor(shallowRef(history))
    const call = { frame, history: cursorOf(frame, moves) }
    const panel = show(MapPanel, {}, { [CALL as symbol]: call })
    expect(panel.findAll('[data-step]').map((one) => one.attributes('data-step'))).toEqual(IDS)
    for (const { id, api } of TINY.steps) {
      const step = panel.get(`[data-step="${id}"]`)
      expect(step.attributes('data-status')).toBe('done')
      expect(step.text()).toContain(api)
    }
    expect(panel.get('[data-phase=ice]').attributes('data-status')).toBe('done')
  })
})
