import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'

const CODE = new Set(readdirSync('lessons/code'))
const read = (name: string) => readFileSync(`lessons/code/${name}`, 'utf8')

/** Applies the changes that the page describes for two computers. */
function overSocket(html: string, url: string): string {
  return html
    .replace('  import {', `  import { openSocket } from './socket.js'\n  import {`)
    .replace("new BroadcastChannel('a-call')", `openSocket('${url}')`)
}

/** Applies the changes that the page describes so that either end may offer. */
function perfect(html: string): string {
  return html
    .replace('  import {', "  import { startPeer } from './peer.js'\n  import {")
    .replace(/const start = .*/, 'const start = startPeer')
    .replace('        selfView,', "        polite: location.hash === '#callee',\n        selfView,")
}

const closing: (() => void)[] = []
test.afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** Serves copies of the programs of lessons/code/ from localhost, without the app; returns the address. */
async function serveCopies(html: string): Promise<string> {
  const frames = ['caller', 'callee'].map((end) => `<iframe src="page.html#${end}"></iframe>`).join('\n')
  const server = createServer(({ url = '/' }, response) => {
    const name = url.slice(1)
    const body = name === '' ? frames : name === 'page.html' ? html : CODE.has(name) ? read(name) : null
    response.setHeader('Content-Type', name.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8')
    response.writeHead(body === null ? 404 : 200).end(body)
  })
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
}

/** Opens the page of each end in a frame. */
async function openCopies(page: Page, html: string) {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const isIcon = message.location().url.endsWith('favicon.ico')
    if (message.type() === 'error' && !isIcon) complaints.push(message.text())
  })
  await page.goto(await serveCopies(html))
  const ends = page.frames().filter((frame) => frame.url().includes('page.html'))
  expect(ends).toHaveLength(2)
  return { ends, complaints }
}

async function expectCall(page: Page, html: string) {
  const { ends, complaints } = await openCopies(page, html)
  for (const end of ends) await end.locator('#start').click()
  for (const end of ends) {
    await expect(end.locator('pre')).toContainText('stable, connected')
    const remote = end.locator('video').nth(1)
    const isShown = () =>
      remote.evaluate((video: HTMLVideoElement) => video.videoWidth > 0 && video.currentTime > 0)
    await expect.poll(isShown).toBe(true)
  }
  await ends[0]?.locator('#hang-up').click()
  for (const end of ends) {
    const tracks = () =>
      end.evaluate(() => {
        const stream = document.querySelector('video')?.srcObject as MediaStream
        return stream.getTracks().map(({ readyState }) => readyState)
      })
    await expect.poll(tracks).toEqual(['ended', 'ended'])
  }
  expect(complaints).toEqual([])
}

test('the files, copied into one folder, make a call and hang up @engine', async ({ page }) => {
  await expectCall(page, read('page.html'))
})

test('so do two peers of perfect negotiation, with the changes that the page names', async ({ page }) => {
  await expectCall(page, perfect(read('page.html')))
})

test('and both ends over a WebSocket', async ({ page }) => {
  const relay = spawn(process.execPath, ['lessons/code/relay.mjs'], { env: { ...process.env, PORT: '0' } })
  closing.push(() => relay.kill())
  const [line] = (await once(relay.stdout, 'data')) as [Buffer]
  const port = /\d+/.exec(line.toString())?.[0] ?? ''
  await expectCall(page, overSocket(read('page.html'), `ws://127.0.0.1:${port}`))
})
