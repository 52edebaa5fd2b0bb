import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import PacketsView from '../../../../src/evidence/ice/PacketsView.vue'
import type { CapturedPacket } from '../../../../src/evidence/ice/packetRows'

const seen: CapturedPacket['seen'] = [
  { place: 'caller', from: '10.0.1.2:1', to: '203.0.113.102:2' },
  { place: 'caller-nat', from: '203.0.113.101:1', to: '203.0.113.102:2' },
  { place: 'callee-nat', from: '203.0.113.101:1', to: '203.0.113.102:2' },
]
const packets: CapturedPacket[] = [
  { at: 1, transport: 'udp', seen, hex: '000100002112a442000000000000000000000000' },
  { at: 2, transport: 'udp', seen: seen.slice(0, 1), hex: '010100002112a442000000000000000000000000' },
]

it('opens at the first packet: what became of it, where it was seen, and its bytes', () => {
  const view = mount(PacketsView, { props: { packets } })
  expect(view.findAll('[role=option][data-fate]').map((row) => row.attributes('data-fate'))).toEqual([
    'not-in',
    'not-out',
  ])
  const chosen = view.get('[data-packet]')
  expect(chosen.text()).toContain('203.0.113.101:1')
  expect(chosen.findAll('tbody')[0]?.findAll('tr')).toHaveLength(3)
  expect(chosen.find('[data-range="stun-type"]').exists()).toBe(true)
})

it('is used by keyboard: the arrow keys choose a packet', async () => {
  const view = mount(PacketsView, { props: { packets } })
  await view.get('.list').trigger('keydown', { key: 'ArrowDown' })
  expect(view.findAll('.list [role=option]').map((row) => row.attributes('aria-selected'))).toEqual([
    'false',
    'true',
  ])
  expect(view.get('[data-packet] .name code').text()).toBe('Binding success response')
})

it('says that there is none yet', () => {
  const view = mount(PacketsView, { props: { packets: [] } })
  expect(view.find('[data-packet]').exists()).toBe(false)
  expect(view.get('.none').text()).not.toBe('')
})
