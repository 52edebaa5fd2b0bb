import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CALL } from '../../../src/call/callStore'
import { reading } from '../../../src/i18n/useI18n'
import HandPanel from '../../../src/panels/hand/HandPanel.vue'
import { createFakeCall, runStep, until } from '../../support/fakeCall'

function mountHand() {
  reading.value = 'en'
  const { call } = createFakeCall()
  const panel = mount(HandPanel, { global: { provide: { [CALL as symbol]: call } }, attachTo: document.body })
  const button = (action: string) => panel.get<HTMLButtonElement>(`[data-action="${action}"]`)
  return { call, panel, button }
}

let close = () => {}

afterEach(() => close())

function open() {
  const hand = mountHand()
  close = () => {
    hand.panel.unmount()
    hand.call.close()
  }
  return hand
}

describe('HandPanel', () => {
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
    expect(call.view.value.entries.filter(({ event }) => event.type === 'step.run')).toHaveLength(1)
  })

  it('hangs up only what has begun, and then starts again', async () => {
    const { call, button } = open()
    expect(button('hang-up').element.disabled).toBe(true)
    await runStep(call)
    await vi.waitFor(() => expect(button('hang-up').element.disabled).toBe(false))
    await button('hang-up').trigger('click')
    await until(call, ({ turn }) => turn.phase === 'closed')
    await vi.waitFor(() => expect(button('next').text()).toBe('Start again'))
    await button('next').trigger('click')
    expect(call.view.value.turn.phase).toBe('steps')
  })
})
