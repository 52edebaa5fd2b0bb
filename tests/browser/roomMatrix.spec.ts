import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join as joinPath } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { action, callTwo, chat, expectPicture, invite, join, joinTwo, member, state, write } from './roomPage'

/* What happens to two members in each state when one of them is gone, nobody answers, or the server is restarted. */

const inState = (page: Page, name: string) => expect(state(page)).toHaveAttribute('data-state', name)
const news = (page: Page) => page.locator('[data-news]')

/** A page is loaded again, and its member enters the room once more. */
async function comeBack(page: Page, room: string, name: string, other: Page) {
  await join(page, room, name)
  await expect(member(other, name)).toBeVisible()
}

test('a reload in any state leaves the other one free, and both can call again @deep', async ({
  context,
}) => {
  const { room, ming, lin } = await joinTwo(context)
  const sides = [
    { page: ming, name: 'Ming', other: lin, otherName: 'Lin' },
    { page: lin, name: 'Lin', other: ming, otherName: 'Ming' },
  ]
  for (const { page, name, other, otherName } of sides) {
    await page.reload()
    await expect(member(other, name), 'present').toBeHidden()
    await inState(other, 'alone')
    await comeBack(page, room, name, other)

    await invite(page, otherName)
    await inState(other, 'invited')
    await page.reload()
    await expect(news(other), 'inviting').toContainText(`${name} left the room`)
    await comeBack(page, room, name, other)

    await invite(other, name)
    await inState(page, 'invited')
    await page.reload()
    await expect(news(other), 'invited').toContainText(`${name} left the room`)
    await comeBack(page, room, name, other)

    for (const caller of [page, other]) {
      const called = caller === page ? other : page
      await invite(caller, caller === page ? otherName : name)
      await action(called, 'accept').click()
      for (const one of [page, other]) await inState(one, 'in-call')
      await page.reload()
      await expect(news(other), 'in-call').toContainText(`${name} left the room`)
      await comeBack(page, room, name, other)
    }

    await invite(page, otherName)
    await action(other, 'refuse').click()
    await inState(page, 'ended')
    await page.reload()
    await expect(member(other, name), 'ended').toBeHidden()
    await expect(news(other)).toContainText('You refused')
    await comeBack(page, room, name, other)
  }
  await callTwo(ming, lin)
  await expectPicture(ming, 'remote')
})

test('an invitation that nobody answers stops ringing at both ends after 30 s @deep', async ({ context }) => {
  const { ming, lin } = await joinTwo(context)
  await invite(ming, 'Lin')
  await inState(lin, 'invited')
  await expect(news(ming)).toContainText('Lin did not answer for 30 s', { timeout: 40_000 })
  await expect(news(lin)).toContainText('Ming called and you did not answer')
  await callTwo(ming, lin)
})

test('both are on another network at once: ICE restarts from both ends, and the call goes on @deep', async ({
  context,
}) => {
  const { ming, lin } = await joinTwo(context)
  await callTwo(ming, lin)
  await expectPicture(lin, 'remote')
  // No browser test can change the network for real, so the event is made. What follows is the browsers' own ICE.
  await Promise.all([ming, lin].map((page) => page.evaluate(() => dispatchEvent(new Event('online')))))
  for (const page of [ming, lin]) {
    await expect(page.locator('[data-round="restart"]').first()).toBeVisible()
    await expect(page.locator('[data-phase="connected"]')).toBeVisible()
    await inState(page, 'in-call')
  }
  await write(ming, 'after the restart')
  await expect(chat(lin).last()).toContainText('after the restart')
  const before = await lin
    .locator('[data-video="remote"]')
    .evaluate((video: HTMLVideoElement) => video.currentTime)
  await expect
    .poll(() => lin.locator('[data-video="remote"]').evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(before)
})

/** A port of this machine that is free. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}

async function serve(port: number): Promise<ChildProcess> {
  const root = joinPath(import.meta.dirname, '../..')
  const server = spawn(process.execPath, ['scripts/serve.mjs', '--port', String(port)], { cwd: root })
  await expect
    .poll(() =>
      fetch(`http://127.0.0.1:${String(port)}/`).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    .toBe(true)
  return server
}

async function kill(server: ChildProcess) {
  const ended = new Promise((done) => server.once('exit', done))
  server.kill('SIGKILL')
  await ended
}

test('the server is killed and started again: the call goes on, and the room is whole again @deep', async ({
  browser,
}) => {
  const port = await freePort()
  let server = await serve(port)
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${String(port)}/` })
  try {
    const { ming, lin } = await joinTwo(context)
    await callTwo(ming, lin)
    await kill(server)
    for (const page of [ming, lin])
      await expect(page.locator('[data-warnings]')).toContainText('The relay is lost')
    await write(ming, 'over the data channel')
    await expect(chat(lin).last()).toContainText('over the data channel')
    // A screen that is shared now needs the server: its offer waits.
    server = await serve(port)
    for (const page of [ming, lin])
      await expect(page.locator('[data-warnings]')).not.toContainText('The relay is lost')
    for (const [page, name] of [
      [ming, 'Lin'],
      [lin, 'Ming'],
    ] as const) {
      await expect(member(page, name)).toBeVisible()
      await expect(page.locator('[data-away]')).toHaveCount(0)
      await inState(page, 'in-call')
    }
    await action(lin, 'hang-up').click()
    await inState(ming, 'ended')
    await write(ming, 'over the new server')
    await expect(chat(lin).last()).toContainText('over the new server')
  } finally {
    await context.close()
    await kill(server)
  }
})
