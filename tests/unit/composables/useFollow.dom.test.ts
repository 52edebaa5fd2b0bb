import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { createMemoryHistory } from 'vue-router'
import { CALL } from '../../../src/session/callSession'
import { useFollow } from '../../../src/composables/useFollow'
import { createAppRouter } from '../../../src/router'
import { createFakeCall, runStep, until } from '../../support/fakeCall'

vi.mock('../../../src/pages/CallPage.vue', () => ({ default: { render: () => null } }))

let close = () => {}

afterEach(() => {
  close()
  vi.useRealTimers()
})

/** A call page at an address, with every change of the address. */
async function open(path: string) {
  const { call } = createFakeCall()
  const router = createAppRouter('/', () => Promise.resolve(), createMemoryHistory())
  await router.push(path)
  const replace = vi.spyOn(router, 'replace')
  let arrived: ReturnType<typeof useFollow>['arrived'] | undefined
  const Page = defineComponent({
    setup() {
      arrived = useFollow().arrived
      return () => null
    },
  })
  const page = mount(Page, { global: { provide: { [CALL as symbol]: call }, plugins: [router] } })
  close = () => {
    page.unmount()
    call.close()
  }
  return { call, router, replace, arrived: arrived!, path: () => router.currentRoute.value.fullPath }
}

it('changes the address as the call runs, by replacing it, and returns the lesson that it arrived at', async () => {
  const { call, replace, arrived, path } = await open('/en/call/capture-media/')
  await runStep(call)
  await runStep(call)
  await flushPromises()
  expect(path()).toBe('/en/call/add-tracks/')
  expect(arrived.value).toBe('add-tracks')
  expect(replace).toHaveBeenCalled()
})

it('moves the address once, at the end, while the call runs to a step', async () => {
  const { call, replace, path } = await open('/en/call/create-offer/')
  call.playback.runTo('create-offer')
  await until(call, ({ statuses }) => statuses['create-offer'] === 'done')
  await flushPromises()
  expect(path()).toBe('/en/call/create-offer/')
  const steps = replace.mock.calls.map(([to]) => (to as { params: { step: unknown } }).params.step)
  expect(steps.filter((step) => step !== 'create-offer')).toEqual([])
})

it('writes the moment on screen once it settles, and removes it at the newest', async () => {
  const { call, path, replace } = await open('/en/call/capture-media/')
  await runStep(call)
  await runStep(call)
  await flushPromises()
  vi.useFakeTimers()
  const at = call.history.indexOfStep('capture-media')!
  call.history.lookAt(at)
  await vi.advanceTimersByTimeAsync(0)
  expect(path()).toBe(`/en/call/capture-media/?at=${String(at)}`)
  replace.mockClear()
  // The same step, entry after entry, as with a slider.
  for (let index = at - 1; index > at - 4 && index > 0; index -= 1) call.history.lookAt(index)
  await vi.advanceTimersByTimeAsync(199)
  const early = replace.mock.calls.length
  await vi.advanceTimersByTimeAsync(1)
  expect(replace.mock.calls.length - early).toBeLessThanOrEqual(1)
  expect(path()).toContain(`at=${String(call.history.cursor.value)}`)
  call.history.lookAt(null)
  await vi.advanceTimersByTimeAsync(200)
  expect(path()).toBe('/en/call/add-tracks/')
})

it('looks at the moment of an address that came first, and only at one that names a position', async () => {
  const { call, router } = await open('/en/call/capture-media/')
  await runStep(call)
  await runStep(call)
  await flushPromises()
  const at = call.history.indexOfStep('capture-media')!
  await router.push(`/en/call/capture-media/?at=${String(at)}`)
  expect(call.history.cursor.value).toBe(at)
  await router.push('/en/call/capture-media/?at=-1')
  expect(call.history.cursor.value).toBeNull()
})

/** A page whose call has run twelve steps, one at a time. */
async function openBeforeLast() {
  const page = await open('/en/call/capture-media/')
  while (page.call.history.view.value.turn.step !== 'set-remote-answer') await runStep(page.call)
  await flushPromises()
  return page
}

it('keeps the note of the last step when the call connects, and does not hold it a second time', async () => {
  const { call, path, arrived } = await openBeforeLast()
  await runStep(call)
  await until(call, ({ turn }) => turn.phase === 'connected')
  await flushPromises()
  expect(path()).toBe('/en/call/set-remote-answer/')
  expect(arrived.value).toBe('connected')
  call.history.stepBack()
  call.history.stepBack()
  await flushPromises()
  call.history.lookAt(null)
  await flushPromises()
  expect(path()).toBe('/en/call/connected/')
})

it('opens the note on the connection at once after a run to it', async () => {
  const { call, path } = await openBeforeLast()
  call.playback.runTo('connected')
  await until(call, ({ turn }) => turn.phase === 'connected')
  await flushPromises()
  expect(path()).toBe('/en/call/connected/')
})
