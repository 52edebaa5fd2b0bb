import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { shallowRef } from 'vue'
import { reading } from '../../../../src/i18n/useI18n'
import UndoNotice from '../../../../src/features/controls/UndoNotice.vue'
import { CALL_SOURCE } from '../../../../src/session/callSource'
import type { CallControls, EndedCall } from '../../../../src/session/session'

const forgetEnded = vi.fn()
const callAgain = vi.fn()
const controls = { forgetEnded, callAgain, ended: shallowRef(null) } as unknown as CallControls
const openEnded = vi.fn(() => Promise.resolve())
const RESTARTED = { how: 'restarted', history: { log: [] } } as unknown as EndedCall

function show(ended: EndedCall) {
  reading.value = 'en'
  return mount(UndoNotice, {
    props: { controls, ended },
    global: { provide: { [CALL_SOURCE as symbol]: { openEnded } } },
  })
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
})
afterEach(() => {
  vi.useRealTimers()
})

it('goes after eight seconds, which begin anew when the pointer or the focus leaves it', () => {
  const notice = show(RESTARTED)
  vi.advanceTimersByTime(7_999)
  expect(forgetEnded).not.toHaveBeenCalled()
  for (const [into, away] of [
    ['pointerenter', 'pointerleave'],
    ['focusin', 'focusout'],
  ] as const) {
    notice.element.dispatchEvent(new Event(into))
    vi.advanceTimersByTime(60_000)
    expect(forgetEnded, into).not.toHaveBeenCalled()
    notice.element.dispatchEvent(new Event(away))
    vi.advanceTimersByTime(7_999)
    expect(forgetEnded).not.toHaveBeenCalled()
  }
  vi.advanceTimersByTime(1)
  expect(forgetEnded).toHaveBeenCalledOnce()
})

it('opens the log of a call that was started again, and says that its connections are closed', async () => {
  const notice = show(RESTARTED)
  expect(notice.text()).toContain('The connections before are closed')
  await notice.get('[data-action="undo"]').trigger('click')
  expect(openEnded).toHaveBeenCalledWith('The call you just ended (not saved)', { log: [] })
  expect(callAgain).not.toHaveBeenCalled()
})

it('makes a call again that was hung up, and says with what', async () => {
  const notice = show({ how: 'hung-up', reached: 'connected' })
  expect(notice.get('[data-action="undo"]').text()).toContain('with fresh connections')
  await notice.get('[data-action="undo"]').trigger('click')
  expect(callAgain).toHaveBeenCalledOnce()
  expect(openEnded).not.toHaveBeenCalled()
})
