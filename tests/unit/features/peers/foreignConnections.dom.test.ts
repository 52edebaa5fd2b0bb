import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shallowRef } from 'vue'
import { createMemoryHistory } from 'vue-router'
import { CALL } from '../../../../src/session/callSession'
import PeersPanel from '../../../../src/features/peers/PeersPanel.vue'
import { deriveBanner } from '../../../../src/features/peers/banner'
import { reading } from '../../../../src/i18n/useI18n'
import { createAppRouter } from '../../../../src/router'
import { foreignFrame, foreignIds } from '../../../support/foreignFrame'

beforeEach(() => (reading.value = 'en'))

let close = () => {}
afterEach(() => close())

/** The panel with a trace that was not made by this app's machines: the offerer is unknown. */
function show(count: number) {
  const frame = foreignFrame(count)
  const { view, now, channelName } = frame
  const history = { view: shallowRef(view), now: shallowRef(now) }
  const call = {
    frame: shallowRef(frame),
    history,
    controls: null,
    media: null,
    room: null,
    channelName: shallowRef(channelName),
  }
  const router = createAppRouter('/', () => Promise.resolve(), createMemoryHistory())
  const panel = mount(PeersPanel, { global: { plugins: [router], provide: { [CALL as symbol]: call } } })
  close = () => panel.unmount()
  return panel
}

describe('connections without role and machine', () => {
  it.each([1, 2, 9])('%i have a card each, by their ids, with what each says of itself', (count) => {
    const panel = show(count)
    expect(panel.findAll('h2').map((title) => title.text())).toEqual(foreignIds(count))
    expect(panel.findAll('[data-field="signalingState"]').map((state) => state.text())).toEqual(
      Array.from({ length: count }, () => 'stable'),
    )
    expect(panel.findAll('video, .badge')).toHaveLength(0)
  })

  it.each([
    [1, 0],
    [2, 1],
    [9, 0],
  ])('%i have %i channels: only between two the sender and receiver are certain', (count, wires) => {
    expect(show(count).findAll('.wire')).toHaveLength(wires)
  })

  it('show the direction of the last message, which the second received from the first', () => {
    const wire = show(2).get('.wire')
    expect(wire.find('.envelope').classes()).toContain('left')
    expect(wire.find('.envelope').text()).toContain('answer →')
  })

  it('are one call to the banner, too', () => {
    expect(deriveBanner(foreignFrame(1).view)).toBe('connected')
  })
})
