import { expect, test } from '@playwright/test'
import { ADDRESSES } from '../../build/page-addresses'
import { STEPS } from '../../machines/steps'
import { openWebKit } from './driver'
import type { WebKit } from './driver'

/* A third engine. Debian's WebKitGTK has no RTCPeerConnection, but everything to read must work. */

let webkit: WebKit

// One window for all tests: starting it takes longer than any of them.
test.beforeAll(async () => {
  webkit = await openWebKit()
})
test.afterAll(() => webkit.close())

/** The first address of each kind of page in each language. */
const KINDS = new Map<string, string>()
for (const address of ADDRESSES) {
  const kind = `${address.page} ${'language' in address ? address.language : ''}`
  if (!KINDS.has(kind)) KINDS.set(kind, address.path)
}

const text = (selector: string) =>
  webkit.run<string | null>('return document.querySelector(arguments[0])?.innerText ?? null', selector)
const count = (selector: string) =>
  webkit.run<number>('return document.querySelectorAll(arguments[0]).length', selector)

async function open(baseURL: string | undefined, path: string) {
  await webkit.open(new URL(path, baseURL).href)
  // The app has taken over what the build wrote.
  const hasStarted = 'return window.handshakeEarly === null && document.querySelector("#app > .app") !== null'
  await expect.poll(() => webkit.run<boolean>(hasStarted), { message: `the app on ${path}` }).toBe(true)
}

for (const path of KINDS.values()) {
  test(`${path} starts without an error`, async ({ baseURL }) => {
    await open(baseURL, path)
    await expect.poll(() => text('main')).toMatch(/\S/)
    // The page reports whatever is thrown or cannot be loaded (src/failures).
    expect(await count('[data-failure]')).toBe(0)
  })
}

test('an address that does not exist says so, without the app', async ({ baseURL }) => {
  await webkit.open(new URL('/zh/no-such-page/', baseURL).href)
  expect(await text('h1')).toBe('没有这个地址')
  expect(await text('h2')).toBe('There is no such address')
})

test('the engine is WebKit, and the notice says what it lacks', async ({ baseURL }) => {
  await open(baseURL, '/en/call/')
  expect(await webkit.run('return [typeof RTCPeerConnection, navigator.vendor]')).toEqual([
    'undefined',
    'Apple Computer, Inc.',
  ])
  await expect.poll(() => text('[data-missing="webrtc"]')).toContain('no call can be made here')
})

test('a recording opens and can be walked to its end', async ({ baseURL }) => {
  await open(baseURL, '/en/call/')
  await expect.poll(() => count('[data-missing="webrtc"] [data-action="see-recordings"]')).toBe(1)
  await webkit.click('[data-missing="webrtc"] [data-action="see-recordings"]')
  await expect.poll(() => count('dialog[open] [data-example="chromium-connected"]')).toBe(1)
  await webkit.click('[data-example="chromium-connected"]')
  const status = (step: string) =>
    webkit.run('return document.querySelector(`[data-step="${arguments[0]}"]`)?.dataset.status', step)
  await expect.poll(() => status('capture-media')).toBe('ready')
  for (const { id } of STEPS) {
    // Only once the dialog and the previous step no longer cover the button.
    await expect(() => webkit.click('[data-action="next"]')).toPass()
    await expect.poll(() => status(id)).toBe('done')
  }
  await expect.poll(() => text('[data-end="caller"] [data-field="signalingState"]')).toContain('stable')
  expect(await count('[data-failure]')).toBe(0)
})

test('the search finds a term and leads to it', async ({ baseURL }) => {
  await open(baseURL, '/en/concepts/')
  await webkit.type('/')
  await expect.poll(() => count('dialog[open] input[type=search]')).toBe(1)
  await webkit.type('trickle')
  await expect.poll(() => count('dialog[open] [data-result]')).toBeGreaterThan(0)
  await webkit.click('[data-result] a, a[data-result]')
  await expect.poll(() => count('dialog[open]')).toBe(0)
  await expect.poll(() => text('main')).toMatch(/trickle/i)
})

test('a room over the relay is joined, without calls, and chats', async ({ baseURL }) => {
  await open(baseURL, '/en/room/?room=webkit')
  await expect.poll(() => text('[data-no-calls]')).toContain('you can chat here, but not call')
  await webkit.click('[data-input="name"]')
  await webkit.type('Ming')
  await webkit.click('[data-action="join"]')
  await expect.poll(() => webkit.run('return document.querySelector("main").dataset.state')).toBe('alone')
  await expect.poll(() => text('[data-transport="relay"]')).toContain('relay')
  await webkit.click('[data-input="chat"]')
  await webkit.type('hello\uE007')
  await expect.poll(() => text('[data-chat]')).toContain('hello')
  expect(await count('[data-failure]')).toBe(0)
})
