import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { CALL } from '../../../../src/session/callSession'
import { setSingleKeys } from '../../../../src/composables/singleKeys'
import { reading } from '../../../../src/i18n/useI18n'
import ControlsPanel from '../../../../src/features/controls/ControlsPanel.vue'
import { createAppRouter } from '../../../../src/router'
import { createFakeCall, runStep, until } from '../../../support/fakeCall'

// The router needs this page only by name here.
vi.mock('../../../../src/pages/CallPage.vue', () => ({ default: { render: () => null } }))

function mountControls() {
  reading.value = 'en'
  const { call } = createFakeCall()
  const router = createAppRouter('/', () => Promise.resolve(), createMemoryHistory())
  const push = vi.spyOn(router, 'push')
  const panel = mount(ControlsPanel, {
    global: { provide: { [CALL as symbol]: call }, plugins: [router] },
    attachTo: document.body,
  })
  const button = (action: string) => panel.get<HTMLButtonElement>(`[data-action="${action}"]`)
  return { call, panel, button, push }
}

let close = () => {}

afterEach(() => close())

function open() {
  const controls = mountControls()
  close = () => {
    controls.panel.unmount()
    controls.call.close()
  }
  return controls
}

describe('ControlsPanel', () => {
  it('runs the action that the primary button names, and keeps the focus on it', async () => {
    const { call, button } = open()
    const next = button('next')
    expect(next.text()).toContain('getUserMedia()')
    next.element.focus()
    await next.trigger('click')
    await until(call, ({ statuses }) => statuses['capture-media'] === 'done')
    await vi.waitFor(() => expect(next.text()).toContain('addTrack()'))
    expect(document.activeElement).toBe(next.element)
  })

  it('asks nothing of the call while the button only says what it waits for', () => {
    const { call, button } = open()
    const { element } = button('next')
    element.click()
    element.click()
    expect(call.history.view.value.trace.events.filter(({ name }) => name === 'step.run')).toHaveLength(1)
  })

  it('shows while looking back that nothing runs, and runs nothing', async () => {
    const { call, panel, button } = open()
    for (let step = 0; step < 3; step++) await runStep(call)
    await vi.waitFor(() => expect(button('back').element.disabled).toBe(false))
    await button('back').trigger('click')
    await button('back').trigger('click')
    // The banner is loaded when first needed.
    await vi.waitFor(() => panel.get('[data-banner="past"]'), 10_000)
    expect(panel.get('[data-banner="past"]').text()).toContain('Looking at step 1 of a live call')
    expect(button('next').text()).toContain('On to step 2')
    expect(button('hang-up').element.disabled).toBe(true)
    await button('next').trigger('click')
    expect(button('next').text()).toContain('Back to now')
    await button('next').trigger('click')
    expect(panel.find('[data-banner="past"]').exists()).toBe(false)
    expect(call.log().filter(({ event }) => event.type === 'step.run')).toHaveLength(3)
  })

  it('scrubs: every entry of the log is a place on the slider, and it says which', async () => {
    const { call, panel } = open()
    for (let step = 0; step < 3; step++) await runStep(call)
    const slider = panel.get<HTMLInputElement>('[data-action="scrub"]')
    const index = call.history.indexOfStep('add-tracks') ?? 0
    await slider.setValue(String(index))
    expect(call.history.cursor.value).toBe(index)
    expect(slider.attributes('aria-valuetext')).toContain('Caller addTrack() ✓')
    await slider.trigger('keydown', { key: 'PageDown' })
    expect(call.history.cursor.value).toBe(call.history.indexOfStep('capture-media'))
    await slider.setValue(slider.element.max)
    expect(call.history.cursor.value).toBeNull()
  })

  it('has ticks for the mouse that take no focus and are hidden from screen readers', async () => {
    const { call, panel, push } = open()
    await runStep(call)
    await runStep(call)
    await runStep(call)
    await vi.waitFor(() => expect(panel.get('[data-tick="create-offer"]').classes()).toContain('done'))
    expect(panel.findAll('[aria-hidden="true"] :is(button, a, input, [tabindex])')).toEqual([])
    await panel.get('[data-tick="add-tracks"]').trigger('click')
    await vi.waitFor(() =>
      expect(push).toHaveBeenCalledWith(
        expect.objectContaining({ query: { at: String(call.history.indexOfStep('add-tracks')) } }),
      ),
    )
    push.mockClear()
    await panel.get('[data-tick="send-offer"]').trigger('click')
    expect(push).not.toHaveBeenCalled()
  })

  it('names no single key while they are turned off', async () => {
    const { panel, button } = open()
    expect([button('play').text(), button('restart').text()]).toEqual(['PlayP', 'RestartR'])
    setSingleKeys(false)
    await panel.vm.$nextTick()
    expect([button('play').text(), button('restart').text()]).toEqual(['Play', 'Restart'])
    setSingleKeys(true)
  })

  it('hangs up only what has begun, and then starts again', async () => {
    const { call, button } = open()
    expect(button('hang-up').element.disabled).toBe(true)
    await runStep(call)
    await vi.waitFor(() => expect(button('hang-up').element.disabled).toBe(false))
    await button('hang-up').trigger('click')
    await until(call, ({ turn }) => turn.phase === 'closed')
    await vi.waitFor(() => expect(button('next').text()).toBe('Start the call again→'))
    await button('next').trigger('click')
    expect(call.history.view.value.turn.phase).toBe('steps')
  })
})
