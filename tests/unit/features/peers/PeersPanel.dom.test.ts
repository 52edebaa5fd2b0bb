import { mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { STEPS } from '../../../../machines/steps'
import type { End } from '../../../../machines/steps'
import { createMemoryHistory } from 'vue-router'
import { CALL } from '../../../../src/session/callSession'
import { reading } from '../../../../src/i18n/useI18n'
import PeersPanel from '../../../../src/features/peers/PeersPanel.vue'
import { createAppRouter } from '../../../../src/router'
import { createFakeCall, runStep, until } from '../../../support/fakeCall'

it('shows at every step what both connections say of themselves', async () => {
  reading.value = 'en'
  const { call } = createFakeCall()
  const router = createAppRouter('/', () => Promise.resolve(), createMemoryHistory())
  // The fake streams cannot be assigned to a video element.
  const panel = mount(PeersPanel, {
    global: { plugins: [router], provide: { [CALL as symbol]: call }, stubs: { PeerVideo: true } },
  })
  const field = (end: End, name: string) => panel.get(`[data-end="${end}"] [data-field="${name}"]`).text()
  expect(field('caller', 'signalingState')).toBe('–')

  for (const { id } of STEPS) {
    await runStep(call)
    if (id === 'set-local-offer') {
      await vi.waitFor(() => expect(field('caller', 'pendingLocalDescription')).toBe('offer'))
      expect(field('callee', 'signalingState')).toBe('–')
    }
  }
  await until(call, ({ turn }) => turn.phase === 'connected')
  await vi.waitFor(() => expect(field('callee', 'connectionState')).toBe('connected'))
  expect(field('caller', 'currentLocalDescription')).toBe('offer')
  expect(field('callee', 'currentLocalDescription')).toBe('answer')
  panel.unmount()
  call.close()
})
