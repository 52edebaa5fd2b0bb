import { expect, test } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import { startBroker } from '../signaling/room/broker'
import { axeOn } from './axe'
import { watchPolicy } from './watchPolicy'

const state = (page: Page) => page.locator('main[data-state]')
const member = (page: Page, name: string) => page.locator(`[data-member="${name}"]`)
const action = (page: Page, name: string) => page.locator(`[data-action="${name}"]`)
const transport = (page: Page) => page.locator('[data-transport="mqtt"]').first()

let broker: Awaited<ReturnType<typeof startBroker>>
test.beforeEach(async () => {
  broker = await startBroker()
})
test.afterEach(() => broker.end())

/** Chooses the broker in the form, as a learner does. */
async function choose(page: Page, address: string) {
  await page.locator('[data-transport-choice] summary').click()
  await page.locator('[data-transport-kind="mqtt"]').check()
  await page.locator('[data-input="broker"]').fill(address)
}

async function enter(page: Page, name: string) {
  await page.locator('[data-input="name"]').fill(name)
  await action(page, 'join').click()
}

async function write(page: Page, text: string) {
  await page.locator('[data-input="chat"]').fill(text)
  await page.locator('[data-input="chat"]').press('Enter')
}

/** Ming opens a sealed room on the broker; Lin opens the link that Ming's page shows. */
async function meet(context: BrowserContext) {
  const [ming, lin] = [await context.newPage(), await context.newPage()]
  const watched = await watchPolicy(ming)
  await ming.goto('en/room/')
  await choose(ming, broker.address)
  await action(ming, 'seal').click()
  await enter(ming, 'Ming')
  await expect(transport(ming)).toHaveAttribute('data-transport-status', 'open')
  const link = await ming.locator('[data-link]').innerText()
  expect(new URL(link).searchParams.get('broker')).toBe(broker.address)
  expect(link).toBe(ming.url())
  await lin.goto(link)
  await enter(lin, 'Lin')
  await expect(member(ming, 'Lin')).toBeVisible()
  await expect(member(lin, 'Ming')).toBeVisible()
  return { ming, lin, watched }
}

test('two pages meet over a broker, call, lose the broker and get it back', async ({ context }) => {
  const { ming, lin, watched } = await meet(context)
  await member(ming, 'Lin').locator('[data-action="invite"]').click()
  await action(lin, 'accept').click()
  for (const page of [ming, lin]) await expect(state(page)).toHaveAttribute('data-state', 'in-call')

  broker.cut()
  await expect(ming.locator('[data-warnings]')).toContainText('The broker is lost')
  await expect(transport(ming)).toHaveAttribute('data-transport-status', 'lost')
  await ming.getByRole('radio', { name: 'Signaling' }).check({ force: true })
  await write(ming, 'it waits')
  await expect(ming.locator('[data-warnings]')).toContainText('messages that wait: 1')
  await ming.getByRole('radio', { name: 'Data channel' }).check({ force: true })
  await write(ming, 'the call goes on')
  await expect(lin.locator('[data-chat]', { hasText: 'the call goes on' })).toBeVisible()
  for (const page of [ming, lin]) await expect(state(page)).toHaveAttribute('data-state', 'in-call')

  broker.mend()
  await expect(ming.locator('[data-warnings]')).toContainText('Connected again')
  await expect(transport(ming)).toHaveAttribute('data-transport-status', 'open')
  await expect(lin.locator('[data-chat]', { hasText: 'it waits' })).toBeVisible()
  await action(lin, 'hang-up').click()
  for (const page of [ming, lin]) await expect(state(page)).toHaveAttribute('data-state', 'ended')
  // The browser lists each attempt to reach the broker that is away.
  expect(
    watched.complaints.filter((text) => !/WebSocket|connection to ws|^request: .*\/mqtt$/i.test(text)),
  ).toEqual([])
})

test('the room connects to its own server and its broker, and to nothing else @engine', async ({ page }) => {
  await page.goto('en/room/')
  await choose(page, broker.address)
  await enter(page, 'Ming')
  await expect(transport(page)).toHaveAttribute('data-transport-status', 'open')
  const other = await startBroker()
  try {
    const refused = await page.evaluate(async (address) => {
      const violation = new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
          resolve(`${effectiveDirective} ${blockedURI}`)
        })
      })
      try {
        new WebSocket(address)
      } catch {
        // Firefox throws.
      }
      return violation
    }, other.address)
    expect(refused).toMatch(/^connect-src ws:\/\/127/)
  } finally {
    await other.end()
  }
})

test('a page that another page led to is loaded again to reach the broker, and enters @engine', async ({
  page,
}) => {
  await page.goto('en/concepts/')
  await page.locator('header a[href$="/room/"]').first().click()
  await choose(page, broker.address)
  await enter(page, 'Ming')
  await expect(transport(page)).toHaveAttribute('data-transport-status', 'open')
  await expect(state(page)).toHaveAttribute('data-state', 'alone')
})

test('what is no broker is said, with what to do', async ({ page }) => {
  await page.goto('en/room/')
  await choose(page, 'broker.example:1883')
  await page.locator('[data-input="name"]').fill('Ming')
  const said = page.locator('[data-broker-problem]')
  for (const [address, problem] of [
    ['', 'empty'],
    ['mqtt://broker.example', 'not-websocket'],
    ['wss://me:secret@broker.example', 'password'],
    ['wss://', 'no-address'],
  ] as const) {
    await page.locator('[data-input="broker"]').fill(address)
    await action(page, 'join').click()
    await expect(said).toHaveAttribute('data-broker-problem', problem)
    await expect(state(page)).toHaveAttribute('data-state', 'outside')
  }
  const { address } = broker
  await broker.end()
  await page.locator('[data-input="broker"]').fill(address)
  await action(page, 'join').click()
  await expect(page.locator('[data-news]')).toContainText('cannot be reached')
  broker = await startBroker(broker.port)
  await expect(state(page)).toHaveAttribute('data-state', 'alone')
})

test('an unreachable broker can be left for another way', async ({ page }) => {
  await broker.end()
  await page.goto(`en/room/?room=tea&broker=${encodeURIComponent(broker.address)}`)
  await enter(page, 'Ming')
  await action(page, 'other-way').click()
  await page.locator('[data-transport-kind="broadcast"]').check()
  await action(page, 'join').click()
  await expect(page.locator('[data-transport="broadcast"]').first()).toBeVisible()
  expect(page.url()).not.toContain('broker')
  broker = await startBroker(broker.port)
})

test('nothing of MQTT is loaded without a broker; the choice has no fault of accessibility @chromium', async ({
  page,
}) => {
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(request.url()))
  await page.goto('en/room/')
  await enter(page, 'Ming')
  await expect(state(page)).toHaveAttribute('data-state', 'alone')
  expect(scripts.filter((url) => /mqtt/i.test(url))).toEqual([])
  await action(page, 'leave').click()
  await choose(page, 'wss://broker.example/mqtt')
  expect((await axeOn(page).analyze()).violations).toEqual([])
})
