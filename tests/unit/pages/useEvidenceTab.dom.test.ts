import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { computed, defineComponent, nextTick, shallowRef } from 'vue'
import { createMemoryHistory } from 'vue-router'
import { evidenceLook } from '../../../src/composables/evidenceLook'
import type { LessonId } from '../../../src/lessons/lessonIds'
import { useEvidenceTab } from '../../../src/pages/useEvidenceTab'
import { createAppRouter } from '../../../src/router'
import { createCall } from '../../../src/session/createCall'
import { createFakeWorld, runStep } from '../../support/fakeCall'

vi.mock('../../../src/pages/CallPage.vue', () => ({ default: { render: () => null } }))

let close = () => {}
afterEach(() => {
  close()
  evidenceLook.value = null
})

/** A page whose call has run three steps, at an address. */
async function open(address: string) {
  const { world } = createFakeWorld()
  const call = createCall({ ...world, nextFrame: (run) => run(), afterPaint: (run) => run() })
  for (let count = 0; count < 3; count += 1) await runStep(call)
  const router = createAppRouter('/', () => Promise.resolve(), createMemoryHistory())
  await router.push(address)
  const lesson = shallowRef<LessonId>('create-offer')
  let evidence!: ReturnType<typeof useEvidenceTab>
  const Page = defineComponent({
    setup() {
      evidence = useEvidenceTab(
        computed(() => call.frame.value),
        lesson,
      )
      return () => null
    },
  })
  const page = mount(Page, { global: { plugins: [router] } })
  close = () => {
    page.unmount()
    call.close()
  }
  const rest = async () => {
    // The watchers, then the timers that they start, then the navigation.
    await nextTick()
    await new Promise((resolve) => setTimeout(resolve))
    await flushPromises()
  }
  return { ...evidence, lesson, router, rest }
}

test('the tab follows the step until one is chosen, and again when asked to', async () => {
  const { tab, follows, choose, follow, lesson, rest } = await open('/en/call/create-offer')
  expect([tab.value, follows.value]).toEqual(['sdp', true])
  choose('machine')
  await rest()
  lesson.value = 'add-tracks'
  await rest()
  expect([tab.value, follows.value]).toEqual(['machine', false])
  follow(true)
  await rest()
  expect([tab.value, follows.value]).toEqual(['timeline', true])
  follow(false)
  await rest()
  expect([tab.value, follows.value]).toEqual(['timeline', false])
})

test('a tab that a link opened stays for its lesson, then the step leads again', async () => {
  const { tab, follows, lesson, rest } = await open('/en/call/create-offer')
  evidenceLook.value = { tab: 'wire', part: 'offer' }
  await rest()
  expect(tab.value).toBe('wire')
  lesson.value = 'add-tracks'
  await rest()
  expect([tab.value, follows.value, evidenceLook.value]).toEqual(['timeline', true, null])
})

test('after links, the tab that was chosen by hand before them comes back', async () => {
  const { tab, lesson, rest } = await open('/en/call/create-offer?tab=stats')
  evidenceLook.value = { tab: 'wire', part: null }
  await rest()
  evidenceLook.value = { tab: 'ice', part: null }
  await rest()
  expect(tab.value).toBe('ice')
  lesson.value = 'add-tracks'
  await rest()
  expect(tab.value).toBe('stats')
})

test('a choice by hand after a link stays', async () => {
  const { tab, choose, lesson, rest } = await open('/en/call/create-offer')
  evidenceLook.value = { tab: 'wire', part: null }
  await rest()
  choose('timeline')
  await rest()
  lesson.value = 'capture-media'
  await rest()
  expect([tab.value, evidenceLook.value]).toEqual(['timeline', null])
})

test('an older address of the slots opens their tab, and a choice leaves nothing of it', async () => {
  const { tab, choose, router, rest } = await open('/en/call/create-offer?tab=sdp&view=slots')
  expect(tab.value).toBe('slots')
  choose('sdp')
  await rest()
  expect(tab.value).toBe('sdp')
  expect(router.currentRoute.value.query).toEqual({ tab: 'sdp' })
})
