import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { HANDSHAKE_13 } from '../../../../machines/scripts/handshake13'
import type { CallFrame } from '../../../../src/session/callFrame'
import { openRecording } from '../../../../src/session/openRecording'
import type { StatsSample } from '../../../../src/session/statsRecorder'
import { statsWords } from '../../../../src/i18n/messages/stats'
import { reading } from '../../../../src/i18n/useI18n'
import StatsPanel from '../../../../src/evidence/stats/StatsPanel.vue'
import { DEFAULT_SETTINGS } from '../../../../machines/contracts'
import { logOf, runUntilConnected } from '../../../support/callLog'
import { chromium, sampleOf } from './statsSamples'

/** The panel with a recorded log and samples, at one of its moments. */
function panelAt(
  index: number | null,
  samples: readonly StatsSample[],
  statistics: CallFrame['statistics'] = 'live',
) {
  reading.value = 'en'
  // Entry n is at n milliseconds.
  const store = openRecording({
    script: HANDSHAKE_13,
    settings: DEFAULT_SETTINGS,
    log: logOf(runUntilConnected()),
  })
  store.history.lookAt(index)
  const frame: CallFrame = { ...store.frame.value, samples, statistics }
  return mount(StatsPanel, { props: { frame }, global: { stubs: { StatsCharts: true } } })
}

const at = (moment: number, bytes: number) => sampleOf(chromium(1000 + moment * 1000, bytes), moment)

test('the past shows what had been read by then: a moment lasts until the next entry', () => {
  const samples = [at(1, 0), at(5, 1000), at(9, 9000)]
  const table = (index: number | null) => panelAt(index, samples).find('[data-stat="framesDecoded"]')
  expect(table(1).exists()).toBe(true)
  const frames = (index: number) =>
    panelAt(index, samples).findAllComponents({ name: 'StatsCharts' })[0]?.props()
  expect(frames(4)).toMatchObject({ readings: [{ connection: { id: 'caller' }, readings: [{ at: 1 }] }, {}] })
  // Entry 5 happens at 5 ms; the moment after entry 4 lasts until then.
  expect(frames(5)).toMatchObject({
    readings: [{ connection: { id: 'caller' }, readings: [{ at: 1 }, { at: 5 }] }, {}],
  })
  expect(frames(6)).toMatchObject({
    readings: [{ connection: { id: 'caller' }, readings: [{ at: 1 }, { at: 5 }] }, {}],
  })
})

test.each([
  ['before there is a connection', 0, 'live', statsWords.empty.en.slice(0, 20)],
  ['in the past, before anything was read', 30, 'live', statsWords.pastEmpty.en],
  ['in a recording', 30, 'not-recorded', statsWords.recording.en],
] as const)('is never blank: %s', (_name, index, statistics, words) => {
  expect(panelAt(index, [], statistics).text()).toContain(words.replaceAll('`', ''))
})
