// The relay of the rooms, as a page reaches it: on its own origin, under its policy.

import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { createCertificate } from '../../scripts/lan.mjs'
import { attachRelay } from '../../scripts/relay.mjs'
import { createStaticServer } from '../../scripts/serve.mjs'

/** Joins a room from a page, and returns the first thing that it was told, or why it was not. */
function join(page: Page, address: string): Promise<unknown> {
  return page.evaluate(
    (url) =>
      new Promise((done) => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
          done(violatedDirective),
        )
        const frame = { type: 'join', v: 1, room: crypto.randomUUID(), member: 'me', key: 'k', received: 0 }
        try {
          const socket = new WebSocket(url)
          socket.addEventListener('open', () => socket.send(JSON.stringify(frame)))
          socket.addEventListener('message', ({ data }) => done(JSON.parse(String(data))))
        } catch {
          // Firefox also throws where the policy forbids it; the violation is reported in any case.
        }
      }),
    address,
  )
}

const WELCOME = { type: 'welcome', members: [], resumed: false, received: 0 }

test('a page joins a room on its own origin, and no server elsewhere @engine', async ({ page, baseURL }) => {
  await page.goto('/en/concepts/')
  const address = baseURL!.replace('http', 'ws')

  expect(await join(page, `${address}/relay`)).toEqual(WELCOME)
  expect(await join(page, address.replace(/\d+$/, '1'))).toBe('connect-src')
})

test('over https with a certificate made on the spot the page is secure and reaches the relay @engine', async ({
  browser,
}) => {
  const server = createStaticServer({ root: 'dist', certificate: await createCertificate([]) })
  const relay = attachRelay(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const context = await browser.newContext({ ignoreHTTPSErrors: true, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(`https://${host}/zh/concepts/`)

  expect(
    await page.evaluate(() => [isSecureContext, 'mediaDevices' in navigator, 'subtle' in crypto]),
  ).toEqual([true, true, true])
  expect(await join(page, `wss://${host}/relay`)).toEqual(WELCOME)

  await context.close()
  relay.close()
  server.close()
  server.closeAllConnections()
})
