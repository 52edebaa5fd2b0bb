import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { action, callTwo, expectPicture, freshRoom, join, joinTwo, member, state } from './roomPage'

const picture = (page: Page, which: string) => page.locator(`[data-video="${which}"]`)
const isOff = (page: Page, which: string) => page.locator('figure[data-off]', { has: picture(page, which) })

/** Keeps the track that is sent now, and returns its id. */
function keepTrack(page: Page, kind: 'audio' | 'video') {
  return picture(page, 'local').evaluate((video: HTMLVideoElement, of) => {
    const track = (video.srcObject as MediaStream).getTracks().find((one) => one.kind === of)
    Object.assign(globalThis, { kept: track })
    return track?.id ?? ''
  }, kind)
}

const keptState = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { kept: MediaStreamTrack }).kept.readyState)

const sentTrack = (page: Page, kind: 'audio' | 'video') =>
  picture(page, 'local').evaluate(
    (video: HTMLVideoElement, of) =>
      (video.srcObject as MediaStream).getTracks().find((one) => one.kind === of)?.id ?? '',
    kind,
  )

test('in a call the picture, the sound and a file are one’s own to send, and the others see who is busy', async ({
  context,
  browserName,
}) => {
  const { room, ming, lin } = await joinTwo(context)
  const ada = await context.newPage()
  await join(ada, room, 'Ada')
  await expect(member(ada, 'Lin')).toBeVisible()
  await callTwo(ming, lin)
  for (const name of ['Ming', 'Lin']) await expect(member(ada, name).locator('[data-busy]')).toBeVisible()
  await expectPicture(lin, 'remote')
  await expect(lin.locator('[data-quality]')).toContainText(/(VP8|VP9|H264|AV1).* round trip \d+ ms .*↔/)

  // The track of the camera ends: its light goes out.
  await keepTrack(ming, 'video')
  await action(ming, 'camera').click()
  await expect(isOff(lin, 'remote')).toContainText('camera off')
  await expect(isOff(ming, 'local')).toBeVisible()
  await expect.poll(() => keptState(ming)).toBe('ended')
  await expect(action(ming, 'snapshot')).toBeDisabled()
  await action(ming, 'camera').click()
  await expect(isOff(lin, 'remote')).toBeHidden()
  const before = await picture(lin, 'remote').evaluate((video: HTMLVideoElement) => video.currentTime)
  await expect
    .poll(() => picture(lin, 'remote').evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(before)
  await ming.keyboard.press('m')
  await expect(lin.locator('figure', { has: picture(lin, 'remote') })).toContainText('muted')
  await expect(ming.locator('[data-round]')).toHaveCount(1)

  const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251))
  const [chooser] = await Promise.all([ming.waitForEvent('filechooser'), action(ming, 'file').click()])
  await chooser.setFiles({ name: '笔记.bin', mimeType: 'application/octet-stream', buffer: content })
  const arrived = lin.locator('[data-transfer="file"][data-own="false"]')
  await expect(arrived).toHaveAttribute('data-transfer-state', 'done')
  await expect(arrived).toContainText('笔记.bin')
  await expect(arrived.locator('[data-action="save-file"]')).toBeVisible()
  // Playwright hears of no download in an installed Firefox.
  if (browserName === 'chromium') {
    const [download] = await Promise.all([
      lin.waitForEvent('download'),
      arrived.locator('[data-action="save-file"]').click(),
    ])
    expect((await readFile(await download.path())).equals(content)).toBe(true)
  }

  await action(lin, 'hang-up').click()
  for (const name of ['Ming', 'Lin']) await expect(member(ada, name).locator('[data-busy]')).toBeHidden()
})

test('another microphone takes its place in the call @deep @chromium', async ({ context }) => {
  const { ming, lin } = await joinTwo(context)
  await callTwo(ming, lin)
  const choice = ming.locator('[data-input="microphone"]')
  const options = await choice
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  const [camera, first] = [await sentTrack(ming, 'video'), await keepTrack(ming, 'audio')]
  await choice.selectOption(options.at(-1) ?? '')
  await expect.poll(() => keptState(ming)).toBe('ended')
  await expect.poll(() => sentTrack(ming, 'audio')).not.toBe('')
  expect(await sentTrack(ming, 'audio')).not.toBe(first)
  expect(await sentTrack(ming, 'video')).toBe(camera)
  await expect(state(lin)).toHaveAttribute('data-state', 'in-call')
})

test('a link, Back and closing the page ask before they end a call @deep', async ({ context }) => {
  const room = freshRoom()
  const [ming, lin] = [await context.newPage(), await context.newPage()]
  await join(lin, room, 'Lin')
  await expect(state(lin)).toHaveAttribute('data-state', 'alone')
  // By a link, so that Back stays in the app.
  await ming.goto('en/concepts/')
  await ming.locator('header a[href$="/room/"]').first().click()
  await ming.locator('[data-input="name"]').fill('Ming')
  await ming.locator('[data-input="room"]').fill(room)
  await action(ming, 'join').click()
  await expect(member(ming, 'Lin')).toBeVisible()
  await callTwo(ming, lin)
  const header = ming.locator('header a[href*="/concepts/"]').first()
  await ming.bringToFront()
  await header.click()
  const question = ming.locator('dialog[open]', { hasText: 'End the call with Lin?' })
  await expect(question).toBeVisible()
  await ming.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(state(ming)).toHaveAttribute('data-state', 'in-call')

  await ming.goBack()
  await expect(question).toBeVisible()
  await action(ming, 'stay').click()
  await expect(ming).toHaveURL(new RegExp(`room/.room=${room}$`))
  await expect(state(ming)).toHaveAttribute('data-state', 'in-call')

  let asked = ''
  ming.once('dialog', (dialog) => {
    asked = dialog.type()
    void dialog.dismiss()
  })
  await ming.close({ runBeforeUnload: true })
  await expect.poll(() => asked).toBe('beforeunload')
  await expect(state(ming)).toHaveAttribute('data-state', 'in-call')

  await header.click()
  await action(ming, 'leave-page').click()
  await expect(ming).toHaveURL(/\/concepts\//)
  await expect(lin.locator('[data-news]')).toContainText('Ming left the room')
  // Nothing is asked where there is no call.
  await lin.locator('header a[href*="/concepts/"]').first().click()
  await expect(lin).toHaveURL(/\/concepts\//)
})

test('the keys act on the call, and not while somebody writes @deep', async ({ context }) => {
  const { ming, lin } = await joinTwo(context)
  await member(ming, 'Lin').locator('[data-action="invite"]').click()
  await expect(action(lin, 'accept')).toBeFocused()
  await lin.bringToFront()
  await lin.keyboard.press('Enter')
  await expect(state(ming)).toHaveAttribute('data-state', 'in-call')
  await ming.bringToFront()
  const pressed = (name: string) => action(ming, name).getAttribute('aria-pressed')
  await ming.locator('[data-input="chat"]').click()
  await ming.keyboard.type('mvs')
  expect(await Promise.all(['mute', 'camera'].map(pressed))).toEqual(['false', 'false'])
  await expect(ming.locator('[data-input="chat"]')).toHaveValue('mvs')
  await ming.locator('h1').click()
  await ming.keyboard.press('m')
  await ming.keyboard.press('v')
  await expect.poll(() => Promise.all(['mute', 'camera'].map(pressed))).toEqual(['true', 'true'])
  await ming.keyboard.press('Control+Shift+H')
  await expect(state(ming)).toHaveAttribute('data-state', 'ended')
  await expect(state(lin)).toHaveAttribute('data-state', 'ended')
  // Escape refuses an invitation.
  await action(ming, 'invite-again').click()
  await expect(state(lin)).toHaveAttribute('data-state', 'invited')
  await lin.bringToFront()
  await lin.keyboard.press('Escape')
  await expect(ming.locator('[data-news]')).toContainText('Lin refused')
})

for (const [width, height] of [
  [1280, 720],
  [1100, 760],
  [390, 844],
] as const)
  test(`at ${String(width)} by ${String(height)} nothing of a call is cut off @deep @chromium`, async ({
    context,
  }) => {
    const { ming, lin } = await joinTwo(context)
    await ming.setViewportSize({ width, height })
    await callTwo(ming, lin)
    for (const name of ['mute', 'camera', 'snapshot', 'file', 'hang-up']) {
      const box = await action(ming, name).boundingBox()
      expect(box, name).not.toBeNull()
      expect(box!.x, name).toBeGreaterThanOrEqual(0)
      expect(box!.x + box!.width, name).toBeLessThanOrEqual(width)
      expect(box!.y + box!.height, name).toBeLessThanOrEqual(height)
      if (width < 900) expect(Math.min(box!.width, box!.height), name).toBeGreaterThanOrEqual(48)
    }
    const cut = await ming.evaluate(() =>
      [...document.querySelectorAll('.side *, .bar *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map(({ tagName }) => tagName),
    )
    expect(cut).toEqual([])
    if (width >= 900) await expect(ming.locator('.below [data-step]')).toHaveCount(13)
  })
