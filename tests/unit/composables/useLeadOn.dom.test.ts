import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { createMemoryHistory } from 'vue-router'
import { firstDoor, isLedOn, leadOf } from '../../../src/composables/leadOn'
import { useLeadOn } from '../../../src/composables/useLeadOn'
import { CALL } from '../../../src/session/callSession'
import { createAppRouter } from '../../../src/router'
import { createFakeCall, until } from '../../support/fakeCall'

vi.mock('../../../src/pages/CallPage.vue', () => ({ default: { render: () => null } }))

afterEach(() => {
  firstDoor.value = null
  isLedOn.value = false
})

it('leads from a step to the connection, from there to What now?, and from that to its first door', () => {
  expect(leadOf('set-remote-answer', undefined)).toBe('connected')
  expect(leadOf('set-remote-answer', 'next')).toBe('connected')
  expect(leadOf('connected', undefined)).toBe('next')
  expect(leadOf('hang-up', 'stats')).toBe('next')
  expect(leadOf('connected', 'next')).toBe('door')
})

it('runs the next step before the connection, and leads on after it, without another event in the call', async () => {
  const { call } = createFakeCall()
  const router = createAppRouter('/', () => Promise.resolve(), createMemoryHistory())
  await router.push('/en/call/capture-media/')
  let press = () => {}
  const Page = defineComponent({
    setup() {
      press = useLeadOn().press
      return () => null
    },
  })
  const page = mount(Page, { global: { provide: { [CALL as symbol]: call }, plugins: [router] } })
  press()
  await until(call, ({ statuses }) => statuses['capture-media'] === 'done')
  call.playback.runTo('connected')
  await until(call, ({ turn }) => turn.phase === 'connected')
  const runs = () => call.log().filter(({ event }) => event.type === 'step.run').length
  expect(runs()).toBe(13)

  press()
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe('/en/call/connected/')
  press()
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe('/en/call/connected/?tab=next')
  // From a part of a phone that does not show the doors, the button shows them.
  isLedOn.value = false
  press()
  expect(isLedOn.value).toBe(true)
  const open = vi.fn()
  firstDoor.value = { name: { zh: '门', en: 'Door' }, open }
  press()
  expect(open).toHaveBeenCalledOnce()
  expect(runs()).toBe(13)
  page.unmount()
  call.close()
})
