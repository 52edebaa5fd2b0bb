import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { defineComponent, h, shallowRef, useTemplateRef } from 'vue'
import { useFlash } from '../../../src/evidence/useFlash'
import type { EvidenceLink } from '../../../src/lessons/evidenceLink'

let close = () => {}
afterEach(() => {
  close()
})

/** A panel that has its parts only later, as those have that load when they are opened. */
function open(tab = 'sdp') {
  const look = shallowRef<EvidenceLink | null>(null)
  const parts = shallowRef<readonly string[]>([])
  const shown = shallowRef(tab)
  const Panel = defineComponent({
    setup() {
      const panel = useTemplateRef<HTMLElement>('panel')
      useFlash(panel, () => look.value)
      return () =>
        h(
          'div',
          { ref: 'panel', key: shown.value, id: `evidence-panel-${shown.value}` },
          parts.value.map((part) => h('p', { 'data-part': part }, part)),
        )
    },
  })
  const page = mount(Panel, { attachTo: document.body })
  close = () => {
    page.unmount()
  }
  const lit = () => page.findAll('[data-flash]').map((each) => each.text())
  return { look, parts, shown, lit, page }
}

test('a part that is there is outlined and gets the focus', async () => {
  const { look, parts, lit } = open()
  parts.value = ['a=mid', 'a=setup']
  look.value = { tab: 'sdp', part: 'a=setup' }
  await flushPromises()
  expect(lit()).toEqual(['a=setup'])
  expect(document.activeElement?.textContent).toBe('a=setup')
})

test('a part that loads later is outlined when it is there', async () => {
  const { look, parts, lit } = open()
  look.value = { tab: 'sdp', part: '"]' }
  await flushPromises()
  expect(lit()).toEqual([])
  parts.value = ['"]']
  await vi.waitFor(() => {
    expect(lit()).toEqual(['"]'])
  })
})

test('a part of another tab waits for that tab', async () => {
  const { look, parts, shown, lit } = open('wire')
  parts.value = ['offer']
  look.value = { tab: 'slots', part: 'offer' }
  await flushPromises()
  expect(lit()).toEqual([])
  shown.value = 'slots'
  await flushPromises()
  expect(lit()).toEqual(['offer'])
})

test('the same link again outlines again, and nothing asked outlines nothing', async () => {
  const { look, parts, lit } = open()
  parts.value = ['compare', 'other']
  look.value = { tab: 'sdp', part: 'compare' }
  await flushPromises()
  ;(document.activeElement as HTMLElement).blur()
  look.value = { tab: 'sdp', part: 'compare' }
  await flushPromises()
  expect(document.activeElement?.textContent).toBe('compare')
  look.value = null
  await flushPromises()
  expect(lit()).toEqual([])
})

test('a link to a whole tab outlines its panel', async () => {
  const { look, page } = open()
  look.value = { tab: 'sdp', part: null }
  await flushPromises()
  expect(document.activeElement?.id).toBe('evidence-panel-sdp')
  expect(page.get('#evidence-panel-sdp').attributes('data-flash')).toBe('')
})
