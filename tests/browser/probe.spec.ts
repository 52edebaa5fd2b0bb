import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { diagnose } from '../../src/diagnosis/diagnose'
import { readDump } from '../../src/diagnosis/readDump'
import { axeOn } from './axe'
import { watchPage } from './page'
import { behaviour } from './probeBehaviour'
import { answerTo, finish, offerOf, openView, outcome, putProbe, serveHost } from './probePage'
import type { Host } from './probePage'
import { callTwo, joinTwo } from './roomPage'
import { DEEP } from './tags'

let server: Server
let address = ''
let script = ''
let view = ''

test.beforeAll(async ({ baseURL }) => {
  ;({ server, address } = await serveHost())
  script = `${baseURL ?? ''}/probe.js`
  view = `${baseURL ?? ''}/probe.html`
})

test.afterAll(() => {
  server.close()
})

async function openHost(page: Page, query = '') {
  await page.goto(address + query)
  await putProbe(page, script, view)
}

const allow = (page: Page) => page.locator('[data-action="allow"]').click()
const connections = (page: Page) => page.locator('[data-connection]')
const connectionState = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as Host).pc.connectionState)

/** Two pages of an app on another origin, each watched, and connected with each other. */
async function connectTwo(caller: Page, callee: Page) {
  for (const page of [caller, callee]) {
    await openHost(page)
    await page.evaluate(() => {
      ;(globalThis as unknown as Host).probe.watchAll()
    })
  }
  await finish(caller, await answerTo(callee, await offerOf(caller)))
  for (const page of [caller, callee]) await expect.poll(() => connectionState(page)).toBe('connected')
}

test('two pages of another app, each with a probe: one window asks, and shows both ends of one call', async ({
  context,
}) => {
  const [caller, callee] = [await context.newPage(), await context.newPage()]
  await connectTwo(caller, callee)
  const live = await openView(caller)
  const { complaints } = watchPage(live)
  expect(await outcome(caller)).toBe('ready')
  await expect(live.locator('[data-asks]')).toContainText(new URL(address).origin)
  await expect(live.locator('[data-source]')).toHaveCount(0)
  await allow(live)
  await expect(connections(live)).toHaveCount(1)
  await expect(connections(live)).not.toHaveAttribute('data-paired', /./)

  const second = await openView(callee)
  await allow(second)
  for (const window of [live, second]) {
    await expect(window.locator('[data-source]')).toHaveCount(2)
    await expect(connections(window)).toHaveCount(2)
    const ids = await connections(window).evaluateAll((list) =>
      list.map(({ dataset }) => [dataset['connection'], dataset['paired']]),
    )
    expect(ids[0]).toEqual([...ids[1]!].reverse())
    await expect(window.locator('[data-verdict="healthy"]')).toBeVisible()
    await expect(window.locator('[data-reach="set-local-offer"]')).toHaveAttribute('data-state', 'done')
  }

  // It is live: what happens in the page from now on arrives.
  await caller.evaluate(() => {
    ;(globalThis as unknown as Host).pc.close()
  })
  await expect(live.locator('[data-row]', { hasText: 'close' }).first()).toBeVisible()
  expect((await axeOn(live).analyze()).violations).toEqual([])
  expect(complaints).toEqual([])
})

test('what a refused origin sends is never shown', async ({ page }) => {
  await openHost(page)
  await page.evaluate(() => {
    ;(globalThis as unknown as Host).probe.watchAll()
  })
  const live = await openView(page)
  await live.locator('[data-action="refuse"]').click()
  const arrived = live.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener('message', ({ data }: MessageEvent<{ lines?: string[] }>) => {
          const lines = (data.lines ?? []).join('\n')
          if (lines.includes('setLocalDescriptionOnSuccess')) resolve(lines)
        })
      }),
  )
  await offerOf(page)
  expect(await outcome(page)).toBe('ready')
  // The window has the message; two frames later it would have drawn it.
  expect(await arrived).toContain('onsignalingstatechange')
  await live.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await expect(live.locator('[data-asks]')).toHaveCount(0)
  await expect(live.locator('[data-source]')).toHaveCount(0)
})

test('a page behaves in the same way with the probe and without it', async ({ page }) => {
  await page.goto(address)
  const without = await page.evaluate(behaviour)
  await openHost(page)
  await page.evaluate(() => {
    ;(globalThis as unknown as Host).probe.watchAll()
  })
  const watched = await page.evaluate(behaviour)
  expect(watched).toEqual(without)
  // The suite says something: the connections connected, and errors were met.
  expect(without).toMatchObject({ received: 'payload', connected: ['connected', 'stable', true] })
  const text = await page.evaluate(() => (globalThis as unknown as Host).probe.text())
  expect(text).toContain('["setRemoteDescriptionOnFailure"')
})

test('the probe never throws, whatever it is given', async ({ page }) => {
  const { complaints } = watchPage(page)
  await openHost(page)
  const told = await page.evaluate(async () => {
    const { probe } = globalThis as unknown as Host
    const trap = new Proxy(
      {},
      {
        get() {
          throw new Error('trap')
        },
      },
    )
    const things = [null, undefined, 1, 'x', {}, [], trap, () => 1, Object.create(null)]
    const same = things.map((one) => probe.watch(one, trap) === one)
    const pc = probe.watch(new RTCPeerConnection(), { role: trap as unknown as string })
    const again = probe.watch(pc) === pc
    const failures: string[] = []
    const fails = async (run: () => unknown) => {
      try {
        await run()
      } catch (error) {
        failures.push((error as Error).message)
      }
    }
    await fails(() => pc.addIceCandidate(trap))
    await fails(() => pc.setRemoteDescription(trap as RTCSessionDescriptionInit))
    await fails(() => pc.createDataChannel(trap as unknown as string))
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    await fails(() => pc.createOffer(circle))
    pc.close()
    const opened = await probe.open('http://[')
    return {
      same,
      again,
      failures: failures.slice(0, 1),
      opened,
      text: probe.text().startsWith('RTCStatsDump\n'),
    }
  })
  expect(told).toEqual({
    same: Array.from({ length: 9 }, () => true),
    again: true,
    failures: ['trap'],
    opened: 'blocked',
    text: true,
  })
  // It says on the console where it explains the obstacle, and nothing else.
  expect(complaints.filter((one) => !one.includes('#blocked') && !one.startsWith('request:'))).toEqual([])
})

test('credentials, payloads and labels are in nothing that is sent', async ({ context }) => {
  const [caller, callee] = [await context.newPage(), await context.newPage()]
  await connectTwo(caller, callee)
  const sent = await caller.evaluate(async () => {
    const { probe, pc } = globalThis as unknown as Host
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    for (const track of stream.getTracks()) pc.addTrack(track, stream)
    await pc.setLocalDescription()
    const texts = [pc.localDescription?.sdp ?? '', pc.remoteDescription?.sdp ?? '']
    const passwords = texts.flatMap((text) => [...text.matchAll(/a=ice-pwd:(\S+)/g)].map(([, one]) => one))
    const labels = stream.getTracks().map(({ label }) => label)
    return { text: probe.text(), secrets: [...passwords, ...labels].filter(Boolean) as string[] }
  })
  expect(sent.secrets.length).toBeGreaterThan(2)
  for (const secret of [
    ...sent.secrets,
    'credential-of-turn',
    'name-of-user',
    'label-of-channel',
    'payload-of-channel',
  ])
    expect(sent.text).not.toContain(secret)
  const reading = await readDump(new TextEncoder().encode(sent.text))
  if (!('dump' in reading)) throw new Error(reading.problem)
  expect(reading.dump.lines.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'create',
      'createDataChannel',
      'setLocalDescriptionOnSuccess',
      'RTCDataChannel.onopen',
    ]),
  )
})

test(
  'our own room, watched by the lines for Playwright: a healthy call of two ends',
  { tag: DEEP },
  async ({ context }) => {
    const probe = readFileSync('dist/probe.js', 'utf8').replaceAll('export function', 'function')
    await context.addInitScript(
      `globalThis.probe = (() => { ${probe}; watchAll(); return { open, save, text } })()`,
    )
    const { ming, lin } = await joinTwo(context)
    await callTwo(ming, lin)
    const dumps = []
    for (const page of [ming, lin]) {
      await expect
        .poll(() => page.evaluate(() => (globalThis as unknown as Host).probe.text()))
        .toMatch(/onconnectionstatechange","pc-1","connected"/)
      const text = await page.evaluate(() => (globalThis as unknown as Host).probe.text())
      const reading = await readDump(new TextEncoder().encode(text))
      if (!('dump' in reading)) throw new Error(reading.problem)
      dumps.push(reading.dump)
    }
    const { calls, verdicts } = diagnose(dumps)
    expect(verdicts).toEqual([])
    expect(calls.some(({ caller, callee }) => caller !== null && callee !== null)).toBe(true)

    const [live] = await Promise.all([
      ming.waitForEvent('popup'),
      ming.evaluate((to) => {
        void (globalThis as unknown as Host).probe.open(to)
      }, view),
    ])
    await expect(live.locator('[data-source]')).toHaveCount(1)
    await expect(connections(live).first()).toBeVisible()
  },
)
