import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'

/* Another app, on another origin, into which the tests put the probe. */

/** What the page of the app has for the tests. */
export interface Host {
  probe: {
    watch<T>(pc: T, options?: { role?: string }): T
    watchAll(): void
    open(address: string): Promise<string>
    text(): string
  }
  pc: RTCPeerConnection
  opened: Promise<string>
}

/**
 * Serves a page that imports nothing, with the headers that its query names (`?coop=…&csp=…`), and a copy of the probe
 * at /probe.js.
 */
export async function serveHost(): Promise<{ address: string; server: Server }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/probe.js') {
      response.setHeader('Content-Type', 'text/javascript')
      response.end(readFileSync('dist/probe.js'))
      return
    }
    const [coop, csp] = [searchParams.get('coop'), searchParams.get('csp')]
    if (coop !== null) response.setHeader('Cross-Origin-Opener-Policy', coop)
    if (csp !== null) response.setHeader('Content-Security-Policy', csp)
    response.setHeader('Content-Type', 'text/html')
    response.end('<!doctype html><html lang="en"><title>App</title><button id="open">Open</button></html>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`, server }
}

/** Imports the probe into the page; its button opens the window. */
export function putProbe(page: Page, script: string, view: string): Promise<void> {
  return page.evaluate(
    async ([from, to]) => {
      const probe = (await import(from)) as Host['probe']
      const app = globalThis as unknown as Host
      Object.assign(app, { probe })
      document.querySelector('#open')?.addEventListener('click', () => {
        app.opened = probe.open(to)
      })
    },
    [script, view] as const,
  )
}

/** Opens the window by a click. */
export async function openView(page: Page): Promise<Page> {
  const [view] = await Promise.all([page.waitForEvent('popup'), page.locator('#open').click()])
  return view
}

/** The outcome of open() in that click. */
export const outcome = (page: Page) => page.evaluate(() => (globalThis as unknown as Host).opened)

/** Makes an offer with everything that was gathered, of a data channel. */
export function offerOf(page: Page): Promise<RTCSessionDescriptionInit> {
  return page.evaluate(async () => {
    const app = globalThis as unknown as Host
    app.pc = new RTCPeerConnection({
      iceServers: [
        {
          urls: 'turn:127.0.0.1:40001?transport=tcp',
          username: 'name-of-user',
          credential: 'credential-of-turn',
        },
      ],
    })
    const channel = app.pc.createDataChannel('label-of-channel')
    channel.onopen = () => {
      channel.send('payload-of-channel')
    }
    await app.pc.setLocalDescription()
    await new Promise<void>((resolve) => {
      const check = () => {
        if (app.pc.iceGatheringState === 'complete') resolve()
      }
      app.pc.addEventListener('icegatheringstatechange', check)
      check()
    })
    return app.pc.localDescription!.toJSON()
  })
}

export function answerTo(page: Page, offer: RTCSessionDescriptionInit): Promise<RTCSessionDescriptionInit> {
  return page.evaluate(async (given) => {
    const app = globalThis as unknown as Host
    app.pc = new RTCPeerConnection()
    await app.pc.setRemoteDescription(given)
    await app.pc.setLocalDescription()
    await new Promise<void>((resolve) => {
      const check = () => {
        if (app.pc.iceGatheringState === 'complete') resolve()
      }
      app.pc.addEventListener('icegatheringstatechange', check)
      check()
    })
    return app.pc.localDescription!.toJSON()
  }, offer)
}

export function finish(page: Page, answer: RTCSessionDescriptionInit): Promise<void> {
  return page.evaluate((given) => (globalThis as unknown as Host).pc.setRemoteDescription(given), answer)
}
