import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, shallowRef } from 'vue'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { CALL } from '../../../src/session/callSession'
import type { CallSession } from '../../../src/session/callSession'
import { openRecording } from '../../../src/session/openRecording'
import { useRestartKey } from '../../../src/composables/useRestartKey'
import { reading } from '../../../src/i18n/useI18n'
import RestartDialog from '../../../src/features/controls/RestartDialog.vue'
import { joiningAt } from '../../../src/tabs/tabsState'
import { createFakeCall, runStep, until } from '../../support/fakeCall'

let close = () => {}

afterEach(() => close())

function open(call: CallSession) {
  reading.value = 'en'
  let key: ReturnType<typeof useRestartKey> | undefined
  const Page = defineComponent({
    setup() {
      const { isAsked } = (key = useRestartKey())
      const set = (now: boolean) => (isAsked.value = now)
      return () => h(RestartDialog, { open: isAsked.value, 'onUpdate:open': set })
    },
  })
  const page = mount(Page, { global: { provide: { [CALL as symbol]: call } }, attachTo: document.body })
  const { close: closeCall } = call as Partial<{ close(): void }>
  close = () => {
    page.unmount()
    closeCall?.()
  }
  return { ...key!, page }
}

describe('R on a running call', () => {
  it('asks, and leaves the call as it is unless the answer is yes', async () => {
    const { call } = createFakeCall()
    const { restart, isAsked, page } = open(call)
    await runStep(call)
    const { channelName: channel } = call.frame.value
    restart()
    await page.vm.$nextTick()
    const dialog = page.get('dialog')
    expect(dialog.element.open).toBe(true)
    expect(dialog.attributes('role')).toBe('alertdialog')
    expect(document.getElementById(dialog.attributes('aria-describedby') ?? '')?.textContent).toContain(
      'Both connections close for good. For 8 seconds afterwards, the log of this call can still be opened',
    )
    expect(page.get('[data-action="keep-call"]').attributes()).toHaveProperty('autofocus')
    await page.get('[data-action="keep-call"]').trigger('click')
    expect(isAsked.value).toBe(false)
    expect(call.frame.value.channelName).toBe(channel)
  })

  it('restarts once the answer is yes', async () => {
    const { call } = createFakeCall()
    const { restart, page } = open(call)
    await runStep(call)
    const { channelName: channel } = call.frame.value
    restart()
    await page.vm.$nextTick()
    await page.get('[data-action="restart-sure"]').trigger('click')
    expect(page.get('dialog').element.open).toBe(false)
    expect(call.frame.value.channelName).not.toBe(channel)
    expect(call.history.view.value.statuses['capture-media']).toBe('ready')
  })

  it('asks while the screen looks back at it, too', async () => {
    const { call } = createFakeCall()
    const { restart, isAsked } = open(call)
    await runStep(call)
    await runStep(call)
    call.history.lookAt(0)
    restart()
    expect(isAsked.value).toBe(true)
  })
})

it('R restarts at once where there is nothing to lose', async () => {
  const { call } = createFakeCall()
  const { restart, isAsked } = open(call)
  const { channelName: untouched } = call.frame.value
  restart()
  expect([isAsked.value, call.frame.value.channelName === untouched]).toEqual([false, false])
  await runStep(call)
  call.controls.hangUp()
  await until(call, ({ turn }) => turn.phase === 'closed')
  restart()
  expect([isAsked.value, call.history.view.value.turn.phase]).toEqual([false, 'steps'])
})

it('R goes to the beginning of a recording without asking', async () => {
  const { call } = createFakeCall()
  await runStep(call)
  const recording = openRecording({
    script: HANDSHAKE_13,
    settings: call.frame.value.settings,
    log: call.log(),
  })
  recording.history.lookAt(null)
  const { restart, isAsked } = open(recording)
  restart()
  expect([isAsked.value, recording.history.cursor.value]).toEqual([false, 0])
  call.close()
})

it('R does nothing in a tab that only watches', () => {
  const { call } = createFakeCall()
  const restartCall = vi.fn()
  const tabs = { ...joiningAt({ room: 'room-1', end: null }), status: 'watching' } as const
  const frame = shallowRef({ ...call.frame.value, tabs })
  const { restart, isAsked } = open({ ...call, frame, playback: { ...call.playback, restart: restartCall } })
  restart()
  expect([isAsked.value, restartCall.mock.calls.length]).toEqual([false, 0])
})
