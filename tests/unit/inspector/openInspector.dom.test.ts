import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { assign, createActor, createMachine } from 'xstate'
import { createInspections } from '../../../src/session/inspections'
import { LONGEST } from '../../../src/inspector/bridge/holdBack'
import { openInspector, STATELY } from '../../../src/inspector/bridge/openInspector'
import { CONNECTED, readMessage } from '../../../src/inspector/inspectorMessages'

const machine = createMachine({
  id: 'caller',
  context: { presses: 0 },
  on: { PRESS: { actions: assign({ presses: ({ context }) => context.presses + 1 }) } },
})

/** A machine that is inspected in a window, and what the window received. */
function openWindow() {
  const { record, listen } = createInspections()
  const posted: unknown[] = []
  const origins: string[] = []
  const target = {
    closed: false,
    postMessage(data: unknown, origin: string) {
      posted.push(data)
      origins.push(origin)
    },
  }
  vi.spyOn(window, 'open').mockReturnValue(target as unknown as WindowProxy)
  const actor = createActor(machine, { inspect: record }).start()
  const url = `${location.origin}/inspector.html`
  const call = { inspect: listen, send: () => undefined }
  openInspector({ call, url })

  return {
    target,
    origins,
    /** Opens another inspector in the same window. */
    again: (address = url) => openInspector({ call, url: address }),
    press: () => {
      actor.send({ type: 'PRESS' })
    },
    /** The window starts again and announces itself. */
    connect(origin = location.origin) {
      posted.length = 0
      origins.length = 0
      const word = { data: { type: CONNECTED }, origin, source: target as unknown as Window }
      dispatchEvent(new MessageEvent('message', word))
    },
    /** The number of button events by each snapshot that the window received. */
    presses: () =>
      posted
        .map(readMessage)
        .filter((message) => message?.type === '@xstate.snapshot')
        .map(({ snapshot }) => (snapshot.context as { presses: number }).presses),
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

test('each snapshot is sent as it was when it was reported', () => {
  const { connect, press, presses } = openWindow()
  connect()
  press()
  press()
  expect(presses()).toEqual([0])
  vi.advanceTimersByTime(LONGEST)
  expect(presses()).toEqual([0, 1, 2])
})

test('a reloaded window gets once what had not been sent', () => {
  const { connect, press, presses } = openWindow()
  connect()
  press()
  connect()
  vi.advanceTimersByTime(LONGEST)
  expect(presses()).toEqual([0, 1])
})

test('a page that is left sends the rest', () => {
  const { connect, press, presses } = openWindow()
  connect()
  press()
  dispatchEvent(new Event('pagehide'))
  expect(presses()).toEqual([0, 1])
})

test('a page that is covered does not wait for its late timers', () => {
  const { connect, press, presses } = openWindow()
  connect()
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  press()
  expect(presses()).toEqual([0, 1])
})

test('a closed window gets no more messages', () => {
  const { target, connect, press, presses } = openWindow()
  connect()
  target.closed = true
  press()
  vi.advanceTimersByTime(LONGEST)
  expect(presses()).toEqual([0])
})

test('a window that is opened twice gets each event once', () => {
  const { again, connect, press, presses } = openWindow()
  connect()
  again()
  connect()
  press()
  vi.advanceTimersByTime(LONGEST)
  expect(presses()).toEqual([0, 1])
})

test('a window that was refused leaves the one before as it was', () => {
  const { again, connect, press, presses } = openWindow()
  connect()
  vi.spyOn(window, 'open').mockReturnValue(null)
  expect(again().isOpen()).toBe(false)
  press()
  vi.advanceTimersByTime(LONGEST)
  expect(presses()).toEqual([0, 1])
})

test('once the window shows another site, only what is meant for that site goes there', () => {
  const { again, connect, press, origins, presses } = openWindow()
  const { origin } = new URL(STATELY)
  connect()
  connect(origin)
  press()
  vi.advanceTimersByTime(LONGEST)
  expect(new Set(origins)).toEqual(new Set([location.origin]))
  again(STATELY)
  connect(origin)
  press()
  vi.advanceTimersByTime(LONGEST)
  expect(new Set(origins)).toEqual(new Set([origin]))
  expect(presses()).toEqual([0, 1, 2])
})
