import { expect, test } from '@playwright/test'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createStaticServer } from '../../scripts/serve.mjs'
import { STEP_IDS } from '../../machines/steps'
import { expectStatus, nextButton, watchPage } from './page'

/* Any static file server under any base path: here one that knows nothing but files, under /a/sub/path/. */
let server: Server
let address: string

test.beforeAll(async () => {
  server = createStaticServer({ root: 'dist', base: '/a/sub/path/' })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/a/sub/path/`
})

test.afterAll(() => {
  server.close()
})

test('the built folder works under a sub-path: every address is a file, and a step runs @engine', async ({
  page,
  request,
}) => {
  const ids = [...STEP_IDS, 'connected', 'hang-up']
  for (const reading of ['zh', 'en', 'both']) {
    for (const path of ['', 'call/', ...ids.map((id) => `call/${id}/`)]) {
      expect((await request.get(`${address}${reading}/${path}`)).status(), `${reading}/${path}`).toBe(200)
    }
  }

  const { complaints } = watchPage(page)
  await page.goto(`${address}en/call/create-offer`)
  await expectStatus(page, 'capture-media', 'ready')
  await nextButton(page).click()
  await expectStatus(page, 'capture-media', 'done')
  await expect(page).toHaveURL(`${address}en/call/capture-media/`)
  expect(complaints).toEqual([])
})
