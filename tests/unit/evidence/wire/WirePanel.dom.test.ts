import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { HANDSHAKE_13 } from '../../../../machines/scripts/handshake13'
import { openRecording } from '../../../../src/session/openRecording'
import { reading } from '../../../../src/i18n/useI18n'
import WirePanel from '../../../../src/evidence/wire/WirePanel.vue'
import { DEFAULT_SETTINGS } from '../../../../machines/contracts'
import { logOf, traffic } from '../../../support/callLog'

test('of many messages the newest are listed, and earlier ones on request', async () => {
  reading.value = 'en'
  const log = logOf(Array.from({ length: 700 }, () => traffic('caller', 'refused')))
  const call = openRecording({ script: HANDSHAKE_13, settings: DEFAULT_SETTINGS, log })
  call.history.lookAt(null)
  const panel = mount(WirePanel, { props: { frame: call.frame.value } })
  const listed = () => panel.findAll('[data-message]').length
  expect(listed()).toBe(100)
  expect(panel.text()).toContain('Refused 700')
  const earlier = panel.get('[data-action="earlier"]')
  expect(earlier.text()).toBe('600 earlier messages: list 300 more')
  await earlier.trigger('click')
  expect(listed()).toBe(400)
  while (panel.find('[data-action="earlier"]').exists()) {
    await panel.get('[data-action="earlier"]').trigger('click')
  }
  expect(listed()).toBe(700)
})

test('a row says how long its message took, also when its sending becomes known last', async () => {
  reading.value = 'en'
  // The report that an end in another tab has sent a message may arrive after the message.
  const message = { kind: 'bye', from: 'caller' as const, seq: 7 }
  const log = logOf([traffic('callee', 'delivered', message), traffic('caller', 'sent', message)])
  const [arrival, sending] = log.map((entry, index) => ({ ...entry, at: index === 0 ? 90 : 20 }))
  const call = openRecording({ script: HANDSHAKE_13, settings: DEFAULT_SETTINGS, log: [arrival!, sending!] })
  call.history.lookAt(1)
  const panel = mount(WirePanel, { props: { frame: call.frame.value } })
  const travel = () => panel.get('[data-message="bye"] .travel').text()
  expect(travel()).toBe('')
  call.history.lookAt(2)
  await panel.setProps({ frame: call.frame.value })
  expect(travel()).toBe('+70.0 ms')
})
