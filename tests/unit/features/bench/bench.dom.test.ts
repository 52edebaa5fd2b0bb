import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { h, shallowRef } from 'vue'
import { createMemoryHistory } from 'vue-router'
import BenchEnd from '../../../../src/features/bench/BenchEnd.vue'
import BenchStrip from '../../../../src/features/bench/BenchStrip.vue'
import TrayPanel from '../../../../src/features/bench/TrayPanel.vue'
import { reading } from '../../../../src/i18n/useI18n'
import { createAppRouter } from '../../../../src/router'
import { CALL } from '../../../../src/session/callSession'
import { CALL_SOURCE, createCallSource } from '../../../../src/session/callSource'
import { openBench } from '../../../support/benchCall'
import type { OpenBench } from '../../../support/benchCall'

// The router needs this page only by name here.
vi.mock('../../../../src/pages/CallPage.vue', () => ({ default: { render: () => null } }))

let bench: OpenBench
let page: ReturnType<typeof mountBench>

/** The two ends and the tray, without the evidence. */
function mountBench() {
  const router = createAppRouter('/', () => Promise.resolve(), createMemoryHistory())
  const render = () => [
    h(BenchEnd, { end: 'caller' }),
    h(TrayPanel),
    h(BenchEnd, { end: 'callee', tools: ['capture', 'rules'] }),
    h(BenchStrip),
  ]
  return mount(
    { render },
    {
      global: {
        provide: {
          [CALL as symbol]: bench.call,
          [CALL_SOURCE as symbol]: createCallSource(shallowRef(bench.call)),
        },
        plugins: [router],
      },
      attachTo: document.body,
    },
  )
}

beforeEach(() => {
  reading.value = 'en'
  bench = openBench()
  page = mountBench()
})
afterEach(() => {
  page.unmount()
  bench.close()
})

const caller = (selector: string) => page.get(`[data-end="caller"] ${selector}`)
const tray = (selector: string) => page.get(`[data-tray="caller"] ${selector}`)

it('says before an operation what to expect, runs it, and says after it what the connection said', async () => {
  await caller('[data-group="description"]').trigger('click')
  const answer = caller('[data-operation="createAnswer"]')
  expect(answer.get('[data-expect]').attributes('data-expect')).toBe('refused')
  expect(answer.text()).toContain('InvalidStateError')

  await bench.run('caller', { call: 'create' })
  await caller('[data-operation="createAnswer"]').trigger('click')
  await vi.waitFor(() => expect(caller('.row.refused').text()).toContain('InvalidStateError'))
  expect(page.get('[data-strip]').text()).toContain('as the specification says')
})

it('opens only the tools of a lab', () => {
  const open = page
    .findAll('[data-end="callee"] [data-operation]')
    .map((one) => one.attributes('data-operation'))
  expect(open).toEqual(['capture'])
  expect(page.find('[data-rules="callee"]').exists()).toBe(true)
})

it('holds what is sent until it is delivered, and delivers it once more', async () => {
  await bench.prepare()
  await tray('[data-action="hold"]').trigger('click')
  await bench.run('caller', { call: 'setLocalDescription' }, { call: 'send', what: 'description' })
  await vi.waitFor(() => expect(tray('[data-message]').attributes('data-kind')).toBe('offer'))
  expect(bench.at('callee').receivedDescription).toBeNull()

  await tray('[data-message] [data-action="deliver"]').trigger('click')
  await bench.until('callee', ({ receivedDescription }) => receivedDescription?.type === 'offer')
  await vi.waitFor(() => expect(page.findAll('[data-tray="caller"] [data-message]')).toHaveLength(0))
  await tray('[data-settled] [data-action="repeat"]').trigger('click')
  await vi.waitFor(() => expect(bench.at('caller').bench.messages[0]?.deliveries).toBe(2))
})

it('moves, drops and chooses messages by keys', async () => {
  await bench.prepare()
  await tray('[data-action="hold"]').trigger('click')
  await bench.run(
    'caller',
    { call: 'setLocalDescription' },
    { call: 'send', what: 'description' },
    { call: 'send', what: 'bye' },
  )
  const kinds = () =>
    page.findAll('[data-tray="caller"] [data-message]').map((one) => one.attributes('data-kind'))
  await vi.waitFor(() => expect(kinds()).toEqual(['offer', 'bye']))

  await tray('ul').trigger('keydown', { key: 'ArrowDown', altKey: true })
  await vi.waitFor(() => expect(kinds()).toEqual(['bye', 'offer']))
  await tray('ul').trigger('keydown', { key: 'x' })
  await vi.waitFor(() => expect(kinds()).toEqual(['bye']))
})

it('changes the rules of an application', async () => {
  const select = page.get<HTMLSelectElement>('[data-rules="callee"] [data-rule="negotiation"]')
  await select.setValue('perfect')
  await vi.waitFor(() => expect(bench.at('callee').bench.rules.negotiation).toBe('perfect'))
  await page.get('[data-rules="callee"] [data-rule="polite"]').trigger('click')
  await vi.waitFor(() => expect(bench.at('callee').bench.rules.polite).toBe(true))
})

it('runs nothing while it looks back', async () => {
  await bench.run('caller', { call: 'create' })
  bench.call.history.lookAt(0)
  await vi.waitFor(() => expect(caller('[data-operation="create"]').attributes('disabled')).toBeDefined())
  bench.call.history.lookAt(null)
  await vi.waitFor(() => expect(caller('[data-operation="create"]').attributes('disabled')).toBeUndefined())
})
