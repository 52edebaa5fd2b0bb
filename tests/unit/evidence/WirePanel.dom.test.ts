import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { CALL } from '../../../src/call/callStore'
import { openRecording } from '../../../src/call/openRecording'
import { reading } from '../../../src/i18n/useI18n'
import WirePanel from '../../../src/panels/evidence/WirePanel.vue'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { logOf, traffic } from '../panels-scene/log'

test('of a flood the newest messages are listed, and earlier ones on request', async () => {
  reading.value = 'en'
  const log = logOf(Array.from({ length: 700 }, () => traffic('caller', 'refused')))
  const call = openRecording({ settings: DEFAULT_SETTINGS, log })
  call.lookAt(null)
  const panel = mount(WirePanel, {
    global: { provide: { [CALL as symbol]: call } },
  })
  const listed = () => panel.findAll('[data-message]').length
  expect(listed()).toBe(100)
  expect(panel.text()).toContain('All 700')
  const earlier = panel.get('[data-action="earlier"]')
  expect(earlier.text()).toBe('600 earlier messages: list 300 more')
  await earlier.trigger('click')
  expect(listed()).toBe(400)
  while (panel.find('[data-action="earlier"]').exists()) {
    await panel.get('[data-action="earlier"]').trigger('click')
  }
  expect(listed()).toBe(700)
})
