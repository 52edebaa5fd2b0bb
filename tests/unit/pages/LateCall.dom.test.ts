import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, nextTick, watch } from 'vue'
import { createMemoryHistory } from 'vue-router'
import { CALL, useCall } from '../../../src/call/callStore'
import type { CallStore } from '../../../src/call/callStore'
import LateCall from '../../../src/pages/LateCall.vue'
import { createAppRouter } from '../../../src/router'
import { createFakeCall, runStep, until } from '../../support/fakeCall'

vi.mock('../../../src/pages/CallPage.vue', () => ({ default: { render: () => null } }))

let idle: (() => void)[] = []
let close = () => {}

beforeEach(() => {
  idle = []
  vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.push(run))
})
afterEach(() => close())

/** The page has nothing better to do: what waits for that happens. */
async function rest() {
  await flushPromises()
  for (const run of idle.splice(0)) run()
  await flushPromises()
}

function open() {
  const { call } = createFakeCall()
  let late: CallStore | undefined
  /** What the panels inside read together at each change. */
  const seen: { runningTo: unknown; step: unknown }[] = []
  const Inside = defineComponent({
    setup() {
      const copy = (late = useCall())
      watch([copy.view, copy.runningTo], ([{ turn }, runningTo]) => {
        seen.push({ runningTo, step: turn.step })
      })
      return () => null
    },
  })
  const page = mount(LateCall, {
    slots: { default: Inside },
    global: {
      provide: { [CALL as symbol]: call },
      plugins: [createAppRouter('/', () => Promise.resolve(), createMemoryHistory())],
    },
  })
  close = () => {
    page.unmount()
    call.close()
  }
  return { call, late: late!, seen }
}

it('shows a run to a step and where it leads in one change, never one without the other', async () => {
  const { call, late, seen } = open()
  call.runTo('create-offer')
  await nextTick()
  for (const run of idle.splice(0)) run()
  expect(late.runningTo.value).toBe('create-offer')
  await until(call, ({ statuses }) => statuses['create-offer'] === 'done')
  expect(call.runningTo.value).toBeNull()
  await nextTick()
  expect(late.runningTo.value).toBe('create-offer')
  await rest()
  expect(late.runningTo.value).toBeNull()
  expect(late.view.value.turn.step).toBe('set-local-offer')
  const mixed = seen.filter(({ runningTo, step }) => (runningTo === null) !== (step === 'set-local-offer'))
  expect(mixed).toEqual([])
})

it('delays the settings with the moment that they changed', async () => {
  const { call, late } = open()
  call.changeSettings({ trickle: false })
  expect(late.settings.value.trickle).toBe(late.view.value.caller.context.settings.trickle)
  await rest()
  expect(late.settings.value.trickle).toBe(false)
  expect(late.view.value.caller.context.settings.trickle).toBe(false)
})

it('answers after a restart from the log that it still shows', async () => {
  const { call, late } = open()
  for (let count = 0; count < 3; count += 1) await runStep(call)
  await rest()
  const shown = late.view.value
  const length = shown.entries.length
  expect(late.entryAt(length)).toBe(shown.entries.at(-1))
  call.restart()
  call.changeSettings({ trickle: false })
  await flushPromises()
  expect(call.log().length).toBeGreaterThan(0)
  expect(late.view.value).toBe(shown)
  // The new log has a first entry too: what is shown beside the old one must be the old one's.
  expect(late.entryAt(1)).toBe(shown.entries[0])
  expect(late.entryAt(length)).toBe(shown.entries.at(-1))
  expect(late.snapshotsAt(length)?.caller.context.done).toEqual(shown.caller.context.done)
  await rest()
  expect(late.entryAt(1)).toBe(call.log()[0])
  expect(late.snapshotsAt(length)).toBeNull()
})

it('knows no entry after the newest moment that it shows', async () => {
  const { call, late } = open()
  await runStep(call)
  await rest()
  const { length } = late.view.value.entries
  await runStep(call)
  expect(call.entryAt(length + 1)).not.toBeNull()
  expect(late.entryAt(length + 1)).toBeNull()
})
