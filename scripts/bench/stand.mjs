// Where everything is measured: the built app and the bench's own pages, served here, in one Chromium.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { build } from 'vite'
import { findBrowser } from '../browsers.mjs'
import { root } from '../run.mjs'
import { createStaticServer } from '../serve.mjs'
import { instrument } from './instrument.mjs'

/** @import { Server } from 'node:http' */
/** @import { AddressInfo } from 'node:net' */
/** @import { BrowserContext, CDPSession, Page } from 'playwright' */

/** A page of its own context, with a cold cache and its own process. @typedef {{ page: Page, devtools: CDPSession, close: () => Promise<void> }} FreshPage */
/** @typedef {Awaited<ReturnType<typeof openStand>>} Stand */

const PAGES = join(root, 'scripts/bench/pages')
const VIEWPORT = { width: 1440, height: 900 }

/** Builds the comparison pages, serves them and dist/, and starts the browser. `close` stops all of it. */
export async function openStand() {
  const folder = await mkdtemp(join(tmpdir(), 'handshake-bench-'))
  await build({
    root: PAGES,
    base: './',
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ['bare', 'blank', 'minimal', 'core', 'steps'].map((name) => join(PAGES, `${name}.html`)),
      },
    },
  })
  const app = await serve(join(root, 'dist'))
  const pages = await serve(folder)
  const found = findBrowser('chromium')
  const browser = await chromium.launch({
    ...(found && { executablePath: found.executablePath }),
    args: ['--use-fake-device-for-media-stream=fps=30', '--allow-loopback-in-peer-connection'],
  })

  /** @returns {Promise<BrowserContext>} */
  async function openContext() {
    const context = await browser.newContext({
      permissions: ['camera', 'microphone'],
      viewport: VIEWPORT,
      locale: 'en',
    })
    await context.addInitScript(instrument)
    return context
  }

  /** @returns {Promise<FreshPage>} */
  async function openPage() {
    const context = await openContext()
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    return { page, devtools, close: () => context.close() }
  }

  return {
    app: app.address,
    pages: pages.address,
    folder,
    version: browser.version(),
    openContext,
    openPage,
    async close() {
      await browser.close()
      app.server.close()
      pages.server.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** @returns {Promise<{ server: Server, address: string }>} */
async function serve(/** @type {string} */ folder) {
  const server = createStaticServer({ root: folder })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {AddressInfo} */ (server.address())
  return { server, address: `http://127.0.0.1:${port}/` }
}
