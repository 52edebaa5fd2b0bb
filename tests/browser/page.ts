import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { End, StepId } from '../../machines/steps'

export const STATES = [
  'signalingState',
  'iceGatheringState',
  'iceConnectionState',
  'connectionState',
] as const
export const SLOTS = [
  'pendingLocalDescription',
  'currentLocalDescription',
  'pendingRemoteDescription',
  'currentRemoteDescription',
] as const

/** Firefox's own message when a slow machine misses its 5 s for ICE; the page offers a repair. */
const GAVE_UP_ICE = /^ICE failed, add a STUN server/

/** Playwright's message where a test blocks the service worker (playwright.config.ts). */
const NO_WORKER = 'Service Worker registration blocked by Playwright'

/** Collects what a page must never do: log an error, throw, or make a request to another origin. */
export function watchPage(page: Page): { complaints: string[] } {
  const complaints: string[] = []
  page.on('console', (message) => {
    const isExpected = message.text() === NO_WORKER || GAVE_UP_ICE.test(message.text())
    if (['error', 'warning'].includes(message.type()) && !isExpected)
      complaints.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => {
    if (!GAVE_UP_ICE.test(error.message)) complaints.push(`thrown: ${error.message}`)
  })
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    const isOwn = origin === new URL(page.url()).origin || protocol === 'data:' || protocol === 'blob:'
    if (!isOwn && page.url() !== 'about:blank') complaints.push(`request: ${request.url()}`)
  })
  return { complaints }
}

/** Waits until the app has taken over the page that the build rendered: before, only links answer. */
export async function waitForHydration(page: Page): Promise<void> {
  await page.waitForFunction(() => (globalThis as { handshakeEarly?: unknown }).handshakeEarly === null)
}

/** Opens the page in a theme that the learner chose earlier. */
export async function chooseTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.addInitScript((chosen) => {
    // An empty page has no storage, and Firefox throws when it is read.
    if (location.protocol === 'http:') localStorage.setItem('handshake.theme', chosen)
  }, theme)
}

export function nextButton(page: Page): Locator {
  return page.locator('[data-action="next"]')
}

export function step(page: Page, id: StepId): Locator {
  return page.locator(`[data-step="${id}"]`)
}

export function field(page: Page, end: End, name: string): Locator {
  return page.locator(`[data-end="${end}"] [data-field="${name}"]`)
}

/** Waits until a step's status on the map is one of these. */
export async function expectStatus(page: Page, id: StepId, status: string): Promise<void> {
  await expect(step(page, id)).toHaveAttribute('data-status', status)
}

/** Waits until both ends show that they are connected. */
export async function expectConnected(page: Page): Promise<void> {
  for (const end of ['caller', 'callee'] as const) {
    await expect(field(page, end, 'connectionState')).toHaveText('connected', { timeout: 20_000 })
  }
}

/** Waits until the remote video of an end has decoded frames: it has a size and its time advances. */
export async function expectFrames(page: Page, end: End): Promise<void> {
  const video = page.locator(`[data-end="${end}"] [data-video="remote"]`)
  await expect
    .poll(
      () => video.evaluate((element: HTMLVideoElement) => element.videoWidth > 0 && element.currentTime > 0),
      {
        message: `frames decoded at the ${end}`,
        timeout: 20_000,
      },
    )
    .toBe(true)
}

/** Restarts ICE if Firefox gave up because the test was slow; returns whether it had to. The call stays the same. */
export async function restartIceIfOffered(page: Page): Promise<boolean> {
  const state = field(page, 'callee', 'connectionState')
  await expect(state).toHaveText(/connected|failed/, { timeout: 20_000 })
  if ((await state.textContent())?.trim() !== 'failed') return false
  await nextButton(page).click()
  await expectConnected(page)
  return true
}

/** As above; if that revives only one direction, uses the page's button for two fresh connections. */
export async function repairIfOffered(page: Page): Promise<void> {
  if (!(await restartIceIfOffered(page))) return
  const media = page.locator('[data-action="start-over"]').or(page.locator('[data-banner="connected"]'))
  await expect(media).toBeVisible({ timeout: 20_000 })
  const startOver = page.locator('[data-action="start-over"]')
  if (await startOver.isVisible()) await startOver.click()
}

/**
 * Makes the browser refuse the app's placeholder candidate (machines/placeholder.ts), like a browser that checks
 * addresses.
 */
export async function refusePlaceholder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { prototype } = RTCPeerConnection
    const add = Reflect.get(prototype, 'addIceCandidate') as (init?: RTCIceCandidateInit) => Promise<void>
    Reflect.set(
      prototype,
      'addIceCandidate',
      function (this: RTCPeerConnection, init?: RTCIceCandidateInit): Promise<void> {
        if (init?.candidate?.includes('placeholder'))
          return Promise.reject(new DOMException('Invalid address', 'OperationError'))
        return Reflect.apply(add, this, [init])
      },
    )
  })
}
