import { readFileSync } from 'node:fs'
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Component } from 'vue'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import en from '../../../lessons/figures/en.json'
import { createLazyCall, LAZY_CALL } from '../../../src/session/lazyCall'
import { CALL } from '../../../src/session/callSession'
import { openRecording } from '../../../src/session/openRecording'
import CandidateParts from '../../../src/figures/CandidateParts.vue'
import ConnectFilm from '../../../src/figures/ConnectFilm.vue'
import DirectionTable from '../../../src/figures/DirectionTable.vue'
import HangUpOutcomes from '../../../src/figures/HangUpOutcomes.vue'
import OfferLines from '../../../src/figures/OfferLines.vue'
import TwoClocks from '../../../src/figures/TwoClocks.vue'
import { reading } from '../../../src/i18n/useI18n'
import { readRecording } from '../../../src/recording/readRecording'

const NO_CALL = createLazyCall(() => Promise.reject(new Error('no call of its own')))
let close = () => {}
beforeEach(() => (reading.value = 'en'))
afterEach(() => close())

/** A figure with an example recording, at its beginning or at its end. */
function show(figure: Component, at: 'beginning' | 'end') {
  const example = readRecording(readFileSync('src/recording/examples/chromium-connected.json', 'utf8'))
  if (!example.ok) throw new Error(example.reason)
  const { recording } = example
  const call = openRecording({ ...recording, script: HANDSHAKE_13 })
  if (at === 'end') call.history.lookAt(recording.log.length - 1)
  const wrapper = mount(figure, {
    global: { provide: { [CALL as symbol]: call, [LAZY_CALL as symbol]: NO_CALL } },
  })
  close = () => wrapper.unmount()
  return wrapper
}

describe.each([
  ['offer lines', OfferLines, '[data-offer-line]', 10],
  ['candidate parts', CandidateParts, '[data-part]', 7],
  ['directions', DirectionTable, '[data-cell]', 9],
  ['two clocks', TwoClocks, '[data-clock]', 8],
  ['film', ConnectFilm, '[data-moment]', 4],
] as const)('%s', (_name, figure, part, least) => {
  test('is an example first, and the call’s own once it has come that far', () => {
    const example = show(figure, 'beginning')
    expect(example.find('[data-live="false"]').exists()).toBe(true)
    expect(example.findAll(part).length).toBeGreaterThanOrEqual(least)
    const text = example.text()
    close()
    const own = show(figure, 'end')
    expect(own.find('[data-live="true"]').exists()).toBe(true)
    expect(own.findAll(part).length).toBeGreaterThanOrEqual(least)
    expect(own.text()).not.toBe(text)
  })
})

describe('the words under a figure agree with it', () => {
  test('directions: each row as the table has it', () => {
    const table = show(DirectionTable, 'end')
    const row = (offered: string) =>
      ['sendrecv', 'sendonly', 'recvonly'].map((wanted) =>
        table.get(`[data-cell="${offered} ${wanted}"] code`).text(),
      )
    const caption = en['direction-table'].text
    expect(row('sendrecv')).toEqual(['sendrecv', 'sendonly', 'recvonly'])
    for (const offered of ['sendonly', 'recvonly'])
      expect(caption).toContain(`Offered ${offered}: ${row(offered).join(', ')}.`)
    expect(table.get('[data-cell="sendrecv sendrecv"]').text()).toContain('your audio + video')
  })

  test('hanging up: every measured time stands in both', () => {
    const times = (text: string) => text.match(/\d+(?:–\d+)? (?:m?s)\b/g) ?? []
    const drawn = times(show(HangUpOutcomes, 'end').text())
    expect(drawn).toEqual(['20 ms', '5–10 s', '15–18 s', '28–29 s'])
    expect(times(en['hang-up-outcomes'].text)).toEqual(drawn)
  })

  test('the four moments say that the first frame is not recorded', () => {
    const film = show(ConnectFilm, 'end')
    expect(film.get('[data-moment="frame"]').text()).toContain('not recorded')
    expect(en['connect-film'].text).toContain('not recorded')
    expect(film.get('[data-moment="dtls"] [data-end="caller"]').text()).toMatch(/[+−]\d+\.\d{3} s/)
  })

  test('the rows of the own call are counted in one line', () => {
    expect(show(CandidateParts, 'end').get('[data-count]').text()).toMatch(/host candidates/i)
  })
})
