import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
})
afterEach(() => {
  document.body.innerHTML = ''
})

const load = () => import('../../../src/browser/hydration')

test('what only the browser knows is known after hydration, in the order in which it was asked for', async () => {
  document.body.innerHTML = '<div id="app" data-rendered></div>'
  const { browserValue, endHydration } = await load()
  const steps = browserValue(0, () => 3)
  const last = browserValue(0, () => steps.value + 1)
  expect([steps.value, last.value]).toEqual([0, 0])
  endHydration()
  expect([steps.value, last.value]).toEqual([3, 4])
  expect(browserValue('none', () => 'later').value).toBe('later')
})

test('without a rendered page it is known at once', async () => {
  document.body.innerHTML = '<div id="app"></div>'
  const { browserValue } = await load()
  expect(browserValue(0, () => 3).value).toBe(3)
})

test('links of a rendered page become absolute, and kept styles become styles', async () => {
  document.body.innerHTML =
    '<div id="app" data-rendered><a href="../en/#a">here</a><a href="https://example.org/">out</a><b data-style="--n: 1"></b></div>'
  const { adoptRendered } = await load()
  adoptRendered(document.querySelector('#app')!)
  const [here, out] = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))
  expect(here).toMatch(/^\/.*en\/#a$/)
  expect(out).toBe('https://example.org/')
  expect(document.querySelector('b')!.style.cssText).toContain('--n: 1')
  expect(document.querySelector('[data-style]')).toBeNull()
})
