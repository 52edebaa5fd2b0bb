import { expect, test } from '@playwright/test'
import type { Frame, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { toFrame } from '../../broadcast-signaling/frame'
import type { HelloMessage } from '../../broadcast-signaling/message'
import { expectStatus } from './page'
import { closeDialog, openTab, TABS, watchPolicy } from './watchPolicy'

/** Runs if it becomes an element, or an address that is followed. */
const MARKUP = `<img src=x onerror=ran()><script>ran()</script><a href="javascript:ran()">x</a>`
/** The same, short enough for an id in a message. */
const SHORT = '<img src=x onerror=ran()>'

/** The app creates no image, script or such link itself, so any of these came from outside. */
async function expectNoMarkup(view: Page | Frame, where: string) {
  const made = view.locator(
    '#app img, #app script, #app [onerror], #app [onload], #app a[href^="javascript"]',
  )
  await expect(made, where).toHaveCount(0)
}

test('text from outside stays text: address, storage, fields, searches', async ({ page }) => {
  const { complaints } = await watchPolicy(page)
  await page.addInitScript((text) => {
    if (location.protocol !== 'http:') return
    for (const key of ['progress', 'theme', 'reading'])
      localStorage.setItem(`handshake.${key}`, key === 'progress' ? `{"version":1,"last":${text}` : text)
  }, JSON.stringify(MARKUP))
  const query = new URLSearchParams({ tab: MARKUP, at: MARKUP, room: MARKUP, end: MARKUP })
  await page.goto(`en/call/create-offer/?${query.toString()}#${encodeURIComponent(MARKUP)}`)
  await page.locator('[data-action="ice-servers"]').click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('textarea').fill(`javascript:ran() ${MARKUP}`)
  for (const field of await dialog.locator('input[type="text"], input[type="password"]').all())
    await field.fill(MARKUP)
  await dialog.locator('[data-action="apply"]').click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(dialog).toContainText('javascript:ran()')
  await expectNoMarkup(page, 'ICE servers')
  // The typed text is still there to be corrected.
  await expect(dialog.locator('textarea')).toHaveValue(`javascript:ran() ${MARKUP}`)
  await closeDialog(page)

  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, 'create-offer', 'done')
  await expectNoMarkup(page, 'address and storage')

  await page.locator('[data-action="search"]').click()
  await dialog.getByRole('searchbox').fill(MARKUP)
  await expect(dialog.getByRole('status')).not.toBeEmpty()
  await expectNoMarkup(page, 'search')
  await closeDialog(page)

  await openTab(page, 'sdp')
  await page.locator('[data-field="sdp-filter"]').fill(SHORT)
  await expect(page.getByRole('tabpanel')).toContainText(SHORT)
  await expectNoMarkup(page, 'the filter of lines')
  expect(complaints).toEqual([])
})

test('text from outside stays text: messages on the wire and to the inspector', async ({ page }) => {
  const { complaints } = await watchPolicy(page)
  await page.goto('en/call/')
  await expectStatus(page, 'capture-media', 'ready')
  const channel = await page
    .locator('code', { hasText: /^handshake\// })
    .first()
    .textContent()
  const name = channel ?? ''
  const hello: HelloMessage = {
    v: 1,
    room: name.replace('handshake/', ''),
    from: 'callee',
    session: SHORT,
    seq: -1,
    kind: 'hello',
    received: -1,
    of: SHORT,
    reply: false,
  }
  const messages = [
    MARKUP,
    { ...hello, kind: MARKUP },
    { ...hello, [MARKUP]: 1 },
    { ...hello, room: MARKUP.slice(0, 60) },
    toFrame(hello),
  ]
  await page.evaluate(
    ([to, said]) => {
      const wire = new BroadcastChannel(to)
      for (const message of said) wire.postMessage(message)
    },
    [name, messages] as const,
  )
  await openTab(page, 'wire')
  const wire = page.getByRole('tabpanel')
  await expect(wire.locator('[data-message="refused"]').nth(3)).toBeVisible()
  for (const group of await wire.locator('[data-action="controls"]').all()) await group.click()
  for (const row of await wire.locator('[data-message] button[aria-expanded]').all()) await row.click()
  // Refusals are shown with their reason, and valid messages are shown whole.
  await expect(wire).toContainText(`"${SHORT}"`)
  await expect(wire).toContainText(`room: ${MARKUP.slice(0, 60)}`)
  await expectNoMarkup(page, 'the wire')

  const frame = await postToInspector(page)
  await expect(frame.locator('main')).toContainText(SHORT)
  await expectNoMarkup(frame, 'the inspector')
  expect(complaints).toEqual([])
})

/** Opens the inspector in a frame and sends it, as an app would, a machine whose every name is markup. */
async function postToInspector(page: Page): Promise<Frame> {
  await page.evaluate((short) => {
    const view = Object.assign(document.createElement('iframe'), {
      src: `${document.documentElement.dataset['root'] ?? '/'}inspector.html`,
    })
    addEventListener('message', ({ source }) => {
      if (source !== view.contentWindow) return
      const definition = JSON.stringify({
        id: short,
        initial: 'a',
        states: { a: { on: { [short]: 'b' } }, b: {} },
      })
      const snapshot = { status: 'active', value: short, context: { [short]: short } }
      const event = { type: short, constructor: short }
      const base = { sessionId: short, createdAt: short }
      for (const message of [
        { ...base, type: '@xstate.actor', name: short, definition, snapshot },
        {
          ...base,
          type: '@xstate.actor',
          sessionId: '2',
          name: 5,
          definition: 5,
          parentId: '2',
          snapshot: 5,
        },
        { ...base, type: '@xstate.event', event, sourceId: short },
        { ...base, type: '@xstate.snapshot', event, snapshot },
      ])
        view.contentWindow?.postMessage(message, '*')
    })
    document.body.append(view)
  }, SHORT)
  const frame = await (await page.locator('body > iframe').elementHandle()).contentFrame()
  if (!frame) throw new Error('the inspector is not in its frame')
  return frame
}

test('text from outside stays text: a recording, and one that cannot be opened', async ({ page }) => {
  const { complaints } = await watchPolicy(page)
  const text = readFileSync('src/recording/examples/firefox-ice-repaired.json', 'utf8')
  const quoted = JSON.stringify(MARKUP).slice(1, -1)
  const hostile = text
    .replace(/"browser": "[^"]*"/, `"browser": "${quoted}"`)
    .replace(/"label": "[^"]*"/g, `"label": "${quoted}"`)
    .replace(/"errorText": "[^"]*"/g, `"errorText": "${quoted}"`)
    .replace(/"cause": "[^"]*"/g, `"cause": "${SHORT}"`)
    .replaceAll('a=mid:0', `a=mid:${SHORT}\\r\\na=${quoted}\\r\\ni=${quoted}`)
    .replace('"redacted": true', `"title": "${quoted}", "redacted": true`)
  expect(hostile).toContain(`"title"`)

  await page.goto('en/call/')
  await page.locator('[data-action="recordings"]').click()
  const pick = (name: string, content: string) =>
    page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
  await pick(`${SHORT}.json`, text.replace('"format"', `"${SHORT}": 1, "format"`))
  const problem = page.locator('[data-problem="damaged"]')
  await expect(problem).toContainText(SHORT)
  await expectNoMarkup(page, 'a refusal')

  await pick(`${SHORT}.json`, hostile)
  await expect(page.locator('[data-banner="recording"]')).toContainText(MARKUP)
  await page.locator('[data-action="to-now"]').click()
  for (const tab of TABS) {
    await openTab(page, tab)
    await expectNoMarkup(page, tab)
  }
  expect(complaints).toEqual([])
})
