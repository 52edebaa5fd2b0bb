import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { shallowRef } from 'vue'
import { createLazyCall, LAZY_CALL } from '../../../src/session/lazyCall'
import { CALL } from '../../../src/session/callSession'
import CandidatePriority from '../../../src/figures/CandidatePriority.vue'
import { reading } from '../../../src/i18n/useI18n'

/** The figure with a call in which the caller has gathered these candidates. */
function show(...lines: string[]) {
  reading.value = 'en'
  const connection = (role: string, local: string[]) => ({
    id: role,
    role,
    facts: { local: local.map((candidate) => ({ candidate: { candidate } })), remote: [] },
  })
  const view = { connections: [connection('caller', lines), connection('callee', [])] }
  const call = { frame: shallowRef({ view }) }
  const lazyCall = createLazyCall(() => Promise.reject(new Error('no call of its own')))
  return mount(CandidatePriority, {
    global: { provide: { [CALL as symbol]: call, [LAZY_CALL as symbol]: lazyCall } },
  })
}

const CHROMIUM = 'candidate:1 1 udp 2122260223 192.0.2.1 5000 typ host'
const FREESWITCH = 'candidate:0560693492 1 udp 659136 203.0.113.4 16628 typ host'

test('a priority that follows the formula is cut into its three numbers', () => {
  const figure = show(CHROMIUM)
  expect(figure.findAll('.part').map((part) => part.get('span').text())).toEqual([
    '126 × 2²⁴',
    '32542 × 2⁸',
    '255',
  ])
  expect(figure.find('[data-other-formula]').exists()).toBe(false)
})

test.each([
  FREESWITCH,
  // Component 1 by its field, 14 by its number (MDN’s own example).
  'candidate:1 1 udp 2043278322 192.0.2.1 5000 typ host',
  'candidate:1 1 udp 4294967295 192.0.2.1 5000 typ host',
])('%s has no three numbers to show, and the figure says so', (line) => {
  const figure = show(line)
  expect(figure.get('[data-other-formula]').text()).toContain('did not use the formula')
  expect(figure.text()).toContain(line.split(' ')[3])
  expect(figure.find('.bytes').exists()).toBe(false)
})

test('each candidate is judged by itself', () => {
  const figure = show(CHROMIUM, FREESWITCH.replace('host', 'srflx'))
  expect(figure.findAll('[data-other-formula]')).toHaveLength(1)
  expect(figure.findAll('.part')).toHaveLength(3)
})
