import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { headersOf } from '../../scripts/policy.mjs'
import { axeOn } from './axe'
import { expectConnected, expectFrames, expectStatus, nextButton, repairIfOffered, watchPage } from './page'

/* What the page says in a browser that lacks something, and what still works there. */

/** Removes names before the page runs, as an old browser, an extension or a policy does. */
async function takeAway(page: Page, ...names: ('RTCPeerConnection' | 'BroadcastChannel')[]) {
  await page.addInitScript((taken) => {
    for (const name of taken) Reflect.deleteProperty(globalThis, name)
  }, names)
}

function lack(page: Page, id: string) {
  return page.locator(`[data-missing="${id}"]`)
}

async function runWithTestPattern(page: Page) {
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, 'set-remote-answer', 'done')
}

test('a browser that lacks nothing gets no notice; the keyboard help lists what was checked', async ({
  page,
}) => {
  await page.goto('en/call/')
  await expectStatus(page, 'capture-media', 'ready')
  await expect(page.locator('[data-missing]')).toHaveCount(0)

  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog')
  await dialog.locator('summary').click()
  for (const id of ['webrtc', 'secure', 'capture', 'channel', 'locks', 'storage', 'worker'])
    await expect(dialog.locator(`[data-check="${id}"]`)).toHaveAttribute('data-ok', 'true')
  await expect(dialog.locator('[data-check="devices"]')).toContainText(/cameras: \d/)
  expect((await axeOn(page).include('dialog[open]').analyze()).violations).toEqual([])
})

test('without RTCPeerConnection: it says so before and at step 2, and lessons can be read', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await takeAway(page, 'RTCPeerConnection')
  await page.goto('en/call/')
  await expect(lack(page, 'webrtc')).toContainText('no call can be made here')
  expect((await axeOn(page).include('[data-missing]').analyze()).violations).toEqual([])

  await page.locator('[data-action="test-pattern"]').click()
  await nextButton(page).click()
  await expectStatus(page, 'capture-media', 'done')
  await nextButton(page).click()
  const alert = page.getByRole('alert').filter({ hasText: 'RTCPeerConnection' })
  await alert.locator('[data-recovery="see-recordings"]').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.goto('en/concepts/ice/')
  await expect(page.locator('h1')).toContainText('ICE')
  expect(complaints).toEqual([])
})

test('without BroadcastChannel: it says what is lost, and the call is made all the same', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await takeAway(page, 'BroadcastChannel')
  await page.goto('en/call/connected/')
  await expect(lack(page, 'channel')).toContainText('memory of this page')
  await page.locator('[data-action="test-pattern"]').click()
  await runWithTestPattern(page)
  await repairIfOffered(page)
  await expectConnected(page)
  expect(complaints).toEqual([])
})

test('on an insecure page: it says why there is no camera, and a call with the test pattern connects', async ({
  page,
}) => {
  // A host that does not exist, answered from the built files: an http page that is not local.
  await page.route('http://handshake.test/**', async (route) => {
    const { pathname, hostname } = new URL(route.request().url())
    const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname
    const path = join('dist', file)
    if (!existsSync(path)) return route.fulfill({ status: 404 })
    await route.fulfill({ path, headers: headersOf(file, hostname) })
  })
  const { complaints } = watchPage(page)
  await page.goto('http://handshake.test/en/call/connected/')
  expect(await page.evaluate(() => isSecureContext)).toBe(false)

  await expect(lack(page, 'secure')).toContainText('https')
  await lack(page, 'secure').locator('[data-action="test-pattern"]').click()
  await expect(lack(page, 'secure')).toHaveCount(0)
  await runWithTestPattern(page)
  await repairIfOffered(page)
  await expectConnected(page)
  expect(complaints).toEqual([])
})

test('where autoplay is blocked, each video has a button that plays it', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.addInitScript(() => {
    // As Safari does on a phone in low-power mode: a video plays only in the click that asks for it.
    const { play } = HTMLMediaElement.prototype
    let isAsked = false
    const look = (event: Event) => {
      isAsked = (event.target as Element).matches('[data-action="play-video"]')
    }
    addEventListener('click', look, { capture: true })
    // A page with a query is drawn by the app alone, whose videos get this property and not the attribute.
    Object.defineProperty(HTMLMediaElement.prototype, 'autoplay', { set: () => undefined })
    HTMLMediaElement.prototype.play = function () {
      return isAsked ? play.call(this) : Promise.reject(new DOMException('not allowed', 'NotAllowedError'))
    }
  })
  await page.goto('en/call/connected/?tab=sdp')
  await page.locator('[data-action="test-pattern"]').click()
  await runWithTestPattern(page)
  await repairIfOffered(page)
  await expectConnected(page)

  const picture = page.locator('[data-end="caller"] figure.remote')
  expect(await picture.locator('video').evaluate((video: HTMLVideoElement) => video.paused)).toBe(true)
  await picture.locator('[data-action="play-video"]').click()
  await expectFrames(page, 'caller')
  await expect(picture.locator('[data-action="play-video"]')).toHaveCount(0)
  expect(complaints).toEqual([])
})

test('where the script does not start, the page says so and can be read', async ({ page }) => {
  await page.route('**/assets/index-*.js', (route) => route.abort())
  await page.goto('both/call/create-offer/')
  const notice = page.locator('.unstarted')
  await expect(notice).toBeHidden()
  // The test is about whether it comes, not about how long it takes.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish()
  })
  await expect(notice).toBeVisible()
  await expect(notice).toContainText('has not started')
  await expect(page.locator('h1')).toBeVisible()
})
