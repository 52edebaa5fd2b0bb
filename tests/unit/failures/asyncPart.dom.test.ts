import { flushPromises, mount } from '@vue/test-utils'
import { h } from 'vue'
import type { Component } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { asyncOverlay, asyncPart, loadPart, preload } from '../../../src/failures/asyncPart'
import { failure, reportFailure } from '../../../src/failures/failures'

const LOST = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module: /a.js'))
const global = { config: { errorHandler: (error: unknown) => reportFailure(error) } }

const mountPart = (part: Component) => mount({ render: () => h('main', h(part)) }, { global })

beforeEach(() => {
  failure.value = null
})
afterEach(() => vi.restoreAllMocks())

it('a part that could not be loaded says so in its place, and only there', async () => {
  const shown = mountPart(asyncPart(LOST))
  await flushPromises()
  expect(shown.find('[data-failure="part"]').attributes('role')).toBe('alert')
  expect(shown.find('[data-action="reload-part"]').exists()).toBe(true)
  expect(shown.text()).toContain('Failed to fetch dynamically imported module: /a.js')
  expect(failure.value).toBeNull()
})

it('an overlay that could not be loaded is reported by the notice of the page', async () => {
  const shown = mountPart(asyncOverlay(LOST))
  await flushPromises()
  expect(shown.find('[data-failure]').exists()).toBe(false)
  expect(failure.value?.kind).toBe('load')
})

it('a part that was loaded before is there with the first drawing', async () => {
  const part = asyncPart(() => Promise.resolve({ render: () => h('b', 'here') }))
  await loadPart(part)
  expect(mountPart(part).text()).toBe('here')
  expect(mountPart(asyncPart(() => Promise.resolve({ render: () => h('b', 'later') }))).text()).toBe('')
})

it('a part that could not be loaded before says so where it is drawn', async () => {
  const part = asyncPart(LOST)
  await expect(loadPart(part)).rejects.toThrow('Failed to fetch')
  const shown = mountPart(part)
  await flushPromises()
  expect(shown.find('[data-failure="part"]').exists()).toBe(true)
})

it('a failed preload is not reported', async () => {
  const load = vi.fn(LOST)
  preload(load)
  await flushPromises()
  expect(load).toHaveBeenCalledOnce()
  expect(failure.value).toBeNull()
})
