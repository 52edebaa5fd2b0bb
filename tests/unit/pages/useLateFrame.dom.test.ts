import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { computed, defineComponent, nextTick, watch } from 'vue'
import { createMemoryHistory } from 'vue-router'
import { CALL } from '../../../src/session/callSession'
import { createCall } from '../../../src/session/createCall'
import { useFollow } from '../../../src/composables/useFollow'
import { useEvidenceTab } from '../../../src/pages/useEvidenceTab'
import { useLateFrame } from '../../../src/pages/useLateFrame'
import type { LateFrame } from '../../../src/pages/useLateFrame'
import { createAppRouter } from '../../../src/router'
import { createFakeWorld, runStep, until } from '../../support/fakeCall'

vi.mock('../../../src/pages/CallPage.vue', () => ({ default: { render: () => null } }))

let idle: (() => void)[] = []
let close = () => {}

beforeEach(() => {
  idle = []
  vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.push(run))
})
afterEach(() => close())

/** The browser is idle, so idle callbacks run. */
async function rest() {
  await flushPromises()
  for (const run of idle.splice(0)) run()
  await flushPromises()
}

/** A page that follows its call, with frames either at once or when they are painted. */
async function open(nextFrame: (run: () => void) => void = (run) => run()) {
  const { world } = createFakeWorld()
  const call = createCall({ ...world, nextFrame, afterPaint: nextFrame })
  const router = createAppRouter('/', () => Promise.resolve(), createMemoryHistory())
  await router.push('/en/call')
  const seen: LateFrame[] = []
  const tabs: string[] = []
  let late: Readonly<{ value: LateFrame }> | undefined
  const Page = defineComponent({
    setup() {
      useFollow()
      const copy = (late = useLateFrame())
      watch(copy, (now) => seen.push(now), { flush: 'sync' })
      const { tab } = useEvidenceTab(
        computed(() => copy.value.frame),
        computed(() => copy.value.lesson),
      )
      watch(tab, (now) => tabs.push(now), { flush: 'sync' })
      return () => null
    },
  })
  const page = mount(Page, { global: { provide: { [CALL as symbol]: call }, plugins: [router] } })
  close = () => {
    page.unmount()
    call.close()
  }
  return { call, late: late!, seen, tabs, router }
}

it('shows a run to a step and where it leads in one change, never one without the other', async () => {
  const { call, late, seen } = await open()
  call.playback.runTo('create-offer')
  await nextTick()
  for (const run of idle.splice(0)) run()
  expect(late.value.frame.runningTo).toBe('create-offer')
  await until(call, ({ statuses }) => statuses['create-offer'] === 'done')
  expect(call.frame.value.runningTo).toBeNull()
  await nextTick()
  expect(late.value.frame.runningTo).toBe('create-offer')
  await rest()
  expect(late.value.frame.runningTo).toBeNull()
  expect(late.value.frame.view.turn.step).toBe('set-local-offer')
  const mixed = seen.filter(
    ({ frame }) => (frame.runningTo === null) !== (frame.view.turn.step === 'set-local-offer'),
  )
  expect(mixed).toEqual([])
})

it('has the lesson that belongs to its frame, and turns to its tab once', async () => {
  const { call, late, seen, tabs } = await open()
  call.playback.runTo('connected')
  await until(call, ({ turn }) => turn.phase === 'connected')
  await rest()
  await rest()
  expect(late.value).toMatchObject({ lesson: 'connected', frame: { runningTo: null } })
  expect(seen.filter(({ frame, lesson }) => frame.runningTo === null && lesson !== 'connected')).toEqual([])
  expect(tabs).toHaveLength(1)
})

it('is a frame that was drawn, whenever the browser is idle', async () => {
  const frames: (() => void)[] = []
  const { call, late } = await open((run) => frames.push(run))
  call.controls.changeSettings({ trickle: false })
  await rest()
  const isTrickling = () => late.value.frame.now.connections.map(({ end }) => end?.context.settings.trickle)
  expect([late.value.frame.settings.trickle, ...isTrickling()]).toEqual([true, true, true])
  for (const run of frames.splice(0)) run()
  await rest()
  expect([late.value.frame.settings.trickle, ...isTrickling()]).toEqual([false, false, false])
})

it('is of the call that it still shows, after a restart', async () => {
  const { call, late } = await open()
  for (let count = 0; count < 3; count += 1) await runStep(call)
  await rest()
  const { frame } = late.value
  call.playback.restart()
  call.controls.changeSettings({ trickle: false })
  await flushPromises()
  expect(call.log().length).toBeGreaterThan(0)
  // The new log has a first entry too, so what is shown beside the old log must belong to the old log.
  expect(late.value.frame).toBe(frame)
  expect(frame.checkpoints.some(({ step }) => step === 'create-offer')).toBe(true)
  expect(frame.snapshots[frame.length]?.caller.context.done).toContain('create-offer')
  await rest()
  expect(late.value.frame).toBe(call.frame.value)
  expect(late.value.frame.checkpoints).toHaveLength(1)
  expect(late.value.frame.snapshots[frame.length]).toBeUndefined()
})

it('knows no event after the newest moment that it shows', async () => {
  const { call, late } = await open()
  await runStep(call)
  await rest()
  const { length } = late.value.frame.now.trace.events
  await runStep(call)
  expect(call.frame.value.now.trace.events.length).toBeGreaterThan(length)
  expect(late.value.frame.now.trace.events).toHaveLength(length)
  expect(late.value.frame.snapshots).toHaveLength(length + 1)
})
