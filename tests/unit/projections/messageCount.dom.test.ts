import { readFileSync } from 'node:fs'
import { mount } from '@vue/test-utils'
import { beforeEach, expect, test } from 'vitest'
import type { Component } from 'vue'
import { DEFAULT_SETTINGS } from '../../../machines/contracts'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import EvidencePanel from '../../../src/evidence/EvidencePanel.vue'
import WireView from '../../../src/features/peers/WireView.vue'
import SignalingPath from '../../../src/figures/SignalingPath.vue'
import { reading } from '../../../src/i18n/useI18n'
import { countMessages } from '../../../src/projections/wire'
import { readRecording } from '../../../src/recording/readRecording'
import { CALL } from '../../../src/session/callSession'
import { createLazyCall, LAZY_CALL } from '../../../src/session/lazyCall'
import { openRecording } from '../../../src/session/openRecording'
import type { RecordedCall } from '../../../src/session/openRecording'
import { logOf, traffic } from '../../support/callLog'

beforeEach(() => {
  reading.value = 'en'
})

/** The first number in each place that counts the messages of a call: scene, tab and concept figure. */
function shownCounts(recorded: RecordedCall) {
  const call = openRecording(recorded)
  call.history.lookAt(null)
  const provide = {
    [CALL as symbol]: call,
    [LAZY_CALL as symbol]: createLazyCall(() => Promise.reject(new Error('no call of its own'))),
  }
  const show = (part: Component, props = {}) => mount(part, { props, global: { provide } })
  const frame = call.frame.value
  const tab = { frame, lesson: 'connected', tab: 'sdp', controls: null }
  const texts = [
    show(WireView).get('.channel > .id + span').text(),
    show(EvidencePanel, tab).get('#evidence-tab-wire .count').text(),
    show(SignalingPath).get('.label.wire').text(),
  ]
  return {
    counted: countMessages(frame.view.trace),
    shown: texts.map((text) => Number(/\d+/.exec(text)?.[0])),
  }
}

test('every place counts the same messages of a recorded call', () => {
  const example = readRecording(readFileSync('src/recording/examples/chromium-connected.json', 'utf8'))
  if (!example.ok) throw new Error(example.reason)
  const { counted, shown } = shownCounts({ ...example.recording, script: HANDSHAKE_13 })
  expect(counted).toBeGreaterThan(2)
  expect(shown).toEqual([counted, counted, counted])
})

test('a message counts once if it is sent again or arrives twice, and a hello or a refusal does not count', () => {
  const offer = { kind: 'description', from: 'caller', seq: 0, description: { type: 'offer' } } as const
  const candidate = { kind: 'candidate', from: 'caller', seq: 1 } as const
  const log = logOf([
    traffic('caller', 'control'),
    traffic('caller', 'sent', offer),
    traffic('caller', 'sent', offer),
    traffic('callee', 'delivered', offer),
    traffic('callee', 'delivered', offer),
    traffic('caller', 'sent', candidate),
    traffic('callee', 'refused'),
  ])
  const { counted, shown } = shownCounts({ script: HANDSHAKE_13, settings: DEFAULT_SETTINGS, log })
  expect(counted).toBe(2)
  expect(shown).toEqual([2, 2, 2])
})
