import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { expect, test as base } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import config from '../../playwright.config'
import { startBroker } from '../signaling/room/broker'
import { carryByHand, enterByHand } from './roomHand'
import { action, freshRoom, member } from './roomPage'

/* Two members who meet over any transport, in one browser or in two: roomWalks.ts says what they do then. */

export const TRANSPORTS = ['relay', 'mqtt', 'broadcast', 'hand'] as const
export type Transport = (typeof TRANSPORTS)[number]

/** Which browsers the two have. Ming is the one who calls first. */
export const PAIRINGS = ['one browser', 'Chromium calls Firefox', 'Firefox calls Chromium'] as const
export type Pairing = (typeof PAIRINGS)[number]

/** Two members in one room. */
export interface Meeting {
  readonly transport: Transport
  readonly ming: Page
  readonly lin: Page
  /** Another member enters, in Ming's browser. Nobody can do so by hand. */
  addMember(name: string): Promise<Page>
  /** A page that was loaded again enters once more, and both see each other. */
  comeBack(page: Page, name: string): Promise<void>
  /** Nobody reaches the server of the transport until it is mended. Tabs, and two by hand, have none. */
  cut(): void
  mend(): void
}

type Meet = (transport: Transport, pairing: Pairing) => Promise<Meeting>

/** `meet` brings two together; all that it opened is closed after the test. */
export const test = base.extend<{ meet: Meet }, { launchFirefox: () => Promise<Browser> }>({
  launchFirefox: [
    async ({ playwright }, use) => {
      const { launchOptions, channel } = config.projects?.find(({ name }) => name === 'firefox')?.use ?? {}
      const launched: Promise<Browser>[] = []
      await use(() => {
        if (launched.length === 0)
          launched.push(
            playwright.firefox.launch({ ...launchOptions, ...(channel !== undefined && { channel }) }),
          )
        return launched[0]!
      })
      for (const firefox of launched) await (await firefox).close()
    },
    { scope: 'worker' },
  ],
  meet: async ({ browser, baseURL, permissions, launchFirefox }, use) => {
    const closing: (() => unknown)[] = []
    await use(async (transport, pairing) => {
      const server = await startServer(transport, new URL(baseURL ?? '').port)
      closing.push(server.end)
      const open = async (one: Browser) => {
        const context = await one.newContext({
          baseURL: server.origin ?? baseURL ?? '',
          serviceWorkers: 'block',
          ...(one.browserType().name() === 'chromium' && { permissions: permissions ?? [] }),
        })
        closing.push(() => context.close())
        return context
      }
      const foreign = pairing === 'one browser' ? browser : await launchFirefox()
      const browsers = pairing === 'Firefox calls Chromium' ? [foreign, browser] : [browser, foreign]
      const ofMing = await open(browsers[0] ?? browser)
      // Only the tabs of one browser hear each other over a BroadcastChannel.
      const ofLin = transport === 'broadcast' ? ofMing : await open(browsers[1] ?? browser)
      return meetIn(transport, server, ofMing, ofLin)
    })
    for (const close of closing.reverse()) await close()
  },
})

async function meetIn(transport: Transport, server: Server, ofMing: BrowserContext, ofLin: BrowserContext) {
  const [ming, lin] = [await newMember(ofMing), await newMember(ofLin)]
  const address = `en/room/?room=${freshRoom()}${server.query}`

  async function enter(page: Page, name: string) {
    await page.goto(address)
    await page.locator('[data-input="name"]').fill(name)
    await action(page, 'join').click()
    await expect(page.locator(`[data-transport="${transport}"]`).first()).toHaveAttribute(
      'data-transport-status',
      'open',
    )
  }

  async function seeEachOther() {
    await expect(member(ming, 'Lin')).toBeVisible()
    await expect(member(lin, 'Ming')).toBeVisible()
  }

  const byHand = transport === 'hand'
  if (byHand) {
    await enterByHand(ming, 'Ming')
    await enterByHand(lin, 'Lin')
    await carryByHand(ming, lin)
  } else {
    await enter(ming, 'Ming')
    await enter(lin, 'Lin')
  }
  await seeEachOther()

  return {
    transport,
    ming,
    lin,
    async addMember(name) {
      const page = await newMember(ofMing)
      await enter(page, name)
      for (const one of [ming, lin]) await expect(member(one, name)).toBeVisible()
      return page
    },
    async comeBack(page, name) {
      if (byHand) {
        const other = page === ming ? lin : ming
        await action(other, 'other-room').click()
        await action(other, 'join').click()
        await enterByHand(page, name)
        await carryByHand(page, other)
      } else await enter(page, name)
      await seeEachOther()
    },
    cut: server.cut,
    mend: server.mend,
  } satisfies Meeting
}

async function newMember(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await giveScreen(page)
  return page
}

/** A browser without windows has no screen: a picture that moves takes its place. */
export async function giveScreen(pages: Page | BrowserContext) {
  await pages.addInitScript(() => {
    navigator.mediaDevices.getDisplayMedia = () => {
      const canvas = document.createElement('canvas')
      const brush = canvas.getContext('2d')
      let hue = 0
      setInterval(() => {
        if (brush === null) return
        brush.fillStyle = `hsl(${String((hue += 10))} 80% 50%)`
        brush.fillRect(0, 0, canvas.width, canvas.height)
      }, 100)
      return Promise.resolve(canvas.captureStream(10))
    }
  })
}

interface Server {
  /** Where the pages come from; null: from the server of all tests. */
  origin: string | null
  /** What the address of the room says about the transport. */
  query: string
  cut(): void
  mend(): void
  end(): Promise<void>
}

async function startServer(transport: Transport, port: string): Promise<Server> {
  if (transport === 'relay') {
    // Its pages come the same way: a relay takes those of its own origin only.
    const line = await startLine(Number(port))
    return { ...line, origin: `http://127.0.0.1:${String(line.port)}`, query: '' }
  }
  if (transport === 'mqtt') {
    const broker = await startBroker()
    return { ...broker, origin: null, query: `&broker=${encodeURIComponent(broker.address)}` }
  }
  const cut = () => {
    throw new Error(`a room over ${transport} has no server`)
  }
  return { origin: null, query: '&over=tabs', cut, mend: cut, end: () => Promise.resolve() }
}

/** A line to a port of this machine, which can be cut: then its connections end, and nobody gets a new one. */
async function startLine(target: number) {
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(target, '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      // What was cut, or was closed at its other end; `close` follows.
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const drop = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true
      drop()
    },
    mend() {
      isCut = false
    },
    async end() {
      drop()
      await new Promise((done) => server.close(done))
    },
  }
}
