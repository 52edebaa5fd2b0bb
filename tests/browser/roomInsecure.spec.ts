import type { LaunchOptions } from '@playwright/test'
import { test as base, expect } from '@playwright/test'
import { axeOn } from './axe'
import { watchPage } from './page'
import { action, callTwo, chat, expectPicture, joinTwo, state, write } from './roomPage'

/* The room over plain http from another machine, as `npm start -- --lan --http` serves it. The name is none of this
   machine for the browser, so its pages are insecure; it leads to the server of the tests. */

const HOST = 'handshake.test'

const test = base.extend<object, { launchOptions: LaunchOptions }>({
  launchOptions: [
    async ({ browserName }, use, { project }) => {
      const own = project.use.launchOptions ?? {}
      await use(
        browserName === 'firefox'
          ? { ...own, firefoxUserPrefs: { ...own.firefoxUserPrefs, 'network.dns.localDomains': HOST } }
          : { ...own, args: [...(own.args ?? []), `--host-resolver-rules=MAP ${HOST} 127.0.0.1`] },
      )
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ baseURL }, use) => {
    await use(baseURL?.replace('127.0.0.1', HOST))
  },
})

test('on an insecure page the room chats and calls with the test pattern, and says what it cannot do @deep', async ({
  context,
}) => {
  const form = await context.newPage()
  await form.goto('en/room/')
  expect(await form.evaluate(() => [isSecureContext, 'mediaDevices' in navigator])).toEqual([false, false])
  await expect(action(form, 'seal')).toBeDisabled()
  await expect(form.locator('form')).toContainText('the room cannot be sealed')
  await form.close()

  const { ming, lin } = await joinTwo(context)
  const { complaints } = watchPage(ming)
  await expect(ming.locator('[data-transport="relay"]').first()).toBeVisible()
  await write(ming, 'over http')
  await expect(chat(lin)).toContainText(['over http'])
  await callTwo(ming, lin)
  for (const page of [ming, lin]) {
    await expectPicture(page, 'remote')
    await expectPicture(page, 'local')
    await expect(page.locator('[data-warnings]')).toContainText('This page is not https')
    await expect(action(page, 'screen')).toHaveCount(0)
  }
  await action(ming, 'snapshot').click()
  await expect(lin.locator('[data-transfer="snapshot"]')).toHaveAttribute('data-transfer-state', 'done')
  await write(lin, 'straight to you')
  await expect(chat(ming).last().locator('[data-via="channel"]')).toBeVisible()
  expect((await axeOn(ming).analyze()).violations).toEqual([])
  await action(lin, 'hang-up').click()
  await expect(state(ming)).toHaveAttribute('data-state', 'ended')
  expect(complaints).toEqual([])
})
