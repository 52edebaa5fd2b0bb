import { expect, test } from '@playwright/test'
import type { Frame, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { expectConnected, expectStatus, nextButton, watchPage } from './page'

const TABS = ['sdp', 'ice', 'wire', 'timeline', 'machine', 'stats'] as const
/** Runs wherever it becomes an element, or an address that is followed. */
const MARKUP = `<img src=x onerror=ran()><script>ran()</script><a href="javascript:ran()">x</a>`
/** The same, short enough for an id on the wire. */
const SHORT = '<img src=x onerror=ran()>'

/** Hears of everything the page's policy refuses, and of every script that should never have run. */
async function watchPolicy(page: Page) {
  await page.addInitScript(() => {
    Object.assign(globalThis, { ran: () => console.error('a script from outside ran') })
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      console.error(`refused by policy: ${effectiveDirective} ${blockedURI} ${sample}`)
    })
  })
  return watchPage(page)
}

/** The app makes no picture, no script and no such link itself: whatever is found came in from outside. */
async function expectNoMarkup(view: Page | Frame, where: string) {
  const made = view.locator(
    '#app img, #app script, #app [onerror], #app [onload], #app a[href^="javascript"]',
  )
  await expect(made, where).toHaveCount(0)
}

async function openTab(page: Page, tab: (typeof TABS)[number]) {
  await page.locator(`[role="tab"][data-tab="${tab}"]`).click()
  await expect(page.getByRole('tabpanel')).not.toBeEmpty()
}

async function closeDialog(page: Page) {
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.getByRole('dialog').locator('header button').click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('no page needs what the policy refuses: a call with everything open', async ({ page }) => {
  const { complaints } = await watchPolicy(page)
  await page.goto('both/call/connected/')
  await page.locator('[data-action="test-pattern"]').click()
  await page.locator('[data-action="run-to"]').click()
  await expectConnected(page)
  for (const tab of TABS) await openTab(page, tab)
  await expect(page.locator('.uplot').first()).toBeVisible()

  await openTab(page, 'sdp')
  await page.locator('[data-action="compare"]').click()
  await expect(page.locator('[data-summary]')).not.toBeEmpty()
  for (const action of ['ice-servers', 'search', 'progress', 'two-tabs', 'recordings']) {
    await page.locator(`[data-action="${action}"]`).first().click()
    await closeDialog(page)
  }
  await page.keyboard.press('?')
  await closeDialog(page)

  await openTab(page, 'machine')
  await page.locator('[data-action="inspector-here"]').click()
  await expect(page.frameLocator('iframe').locator('[data-actor="caller"]')).toBeVisible()
  const [view] = await Promise.all([
    page.waitForEvent('popup'),
    page.locator('[data-action="inspector-window"]').click(),
  ])
  const watched = watchPage(view)
  await expect(view.locator('[data-actor="caller"]')).toBeVisible()
  await view.close()

  await page.locator('[data-action="recordings"]').click()
  await page.locator('[data-example="firefox-ice-repaired"]').click()
  await expect(page.locator('[data-banner="recording"]')).toBeVisible()
  expect([...complaints, ...watched.complaints]).toEqual([])
})

test('no page needs what the policy refuses: words, figures, the playground, nothing at all', async ({
  page,
}) => {
  const { complaints } = await watchPolicy(page)
  await page.goto('./')
  await expect(nextButton(page)).toBeVisible()
  for (const path of ['en/concepts/', 'en/concepts/sdp/', 'en/glossary/', 'inspector.html']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  }
  await page.goto('en/concepts/nat/')
  await page.locator('[data-nat-action="end"]').click()
  await expect(page.locator('[data-nat-playground]').getByRole('status')).toHaveAttribute('data-outcome', /./)
  expect(complaints).toEqual([])

  await page.goto('no/such/page/')
  await expect(page.locator('main')).toHaveCSS('display', 'block')
  await expect(page.locator('body')).toHaveCSS('max-width', '512px')
  // The browser itself remarks on every 404.
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
})

test('text from outside stays text: address, storage, fields, searches', async ({ page }) => {
  const { complaints } = await watchPolicy(page)
  await page.addInitScript((text) => {
    if (location.protocol !== 'http:') return
    for (const key of ['progress', 'theme', 'reading', 'options'])
      localStorage.setItem(`handshake.${key}`, key === 'progress' ? `{"version":1,"last":${text}` : text)
  }, JSON.stringify(MARKUP))
  const query = new URLSearchParams({ tab: MARKUP, at: MARKUP, room: MARKUP, end: MARKUP })
  await page.goto(`en/call/create-offer/?${query.toString()}#${encodeURIComponent(MARKUP)}`)
  await page.locator('[data-action="run-to"]').click()
  await expectStatus(page, 'create-offer', 'done')
  await expectNoMarkup(page, 'address and storage')

  await page.locator('[data-action="ice-servers"]').click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('textarea').fill(`javascript:ran() ${MARKUP}`)
  for (const field of await dialog.locator('input[type="text"], input[type="password"]').all())
    await field.fill(MARKUP)
  await dialog.locator('[data-action="apply"]').click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(dialog).toContainText('javascript:ran()')
  await expectNoMarkup(page, 'ICE servers')
  // What was typed is still there to be mended.
  await expect(dialog.locator('textarea')).toHaveValue(`javascript:ran() ${MARKUP}`)
  await closeDialog(page)

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
  await page.evaluate(
    ([name, markup, short]) => {
      const room = name.replace('handshake/', '')
      const wire = new BroadcastChannel(name)
      const hello = { v: 1, room, from: 'callee', session: short, seq: -1, kind: 'hello', received: -1 }
      for (const message of [
        markup,
        { ...hello, kind: markup },
        { ...hello, of: null, reply: false, [markup]: 1 },
        { ...hello, of: null, reply: false, room: markup.slice(0, 60) },
        { ...hello, of: short, reply: false },
      ])
        wire.postMessage(message)
    },
    [channel ?? '', MARKUP, SHORT] as const,
  )
  await openTab(page, 'wire')
  const wire = page.getByRole('tabpanel')
  await expect(wire.locator('[data-message="refused"]').nth(3)).toBeVisible()
  for (const row of await wire.locator('button[aria-expanded]').all()) await row.click()
  // Refusals are shown with their reason, and what is well-formed is shown whole.
  await expect(wire).toContainText(`"${SHORT}"`)
  await expect(wire).toContainText(`room: ${MARKUP.slice(0, 60)}`)
  await expectNoMarkup(page, 'the wire')

  const frame = await tellInspector(page)
  await expect(frame.locator('main')).toContainText(SHORT)
  await expectNoMarkup(frame, 'the inspector')
  expect(complaints).toEqual([])
})

/** Puts the inspector into a frame and tells it, as an app would, of a machine whose every name is markup. */
async function tellInspector(page: Page): Promise<Frame> {
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
  const frame = await (await page.locator('body > iframe').elementHandle())?.contentFrame()
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

test('the policy bites: nothing inline, no eval, no other origin, no markup from strings', async ({
  page,
  baseURL,
}) => {
  await page.goto('en/glossary/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const other = new URL('favicon.svg', `${(baseURL ?? '').replace('127.0.0.1', 'localhost')}/`).href
  const outcome = await page.evaluate(async (address) => {
    const refused = new Set<string>()
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      refused.add(
        `${effectiveDirective} ${blockedURI.replace(/^https?:.*/, 'other').replace(/^blob.*/, 'blob')}`,
      )
    })
    Object.assign(globalThis, { hits: 0 })
    const hits = () => (globalThis as unknown as { hits: number }).hits
    const attempt = (run: () => unknown) =>
      new Promise<string>((resolve) => {
        // Outside of what Playwright itself evaluates, to which other rules apply.
        setTimeout(() => {
          try {
            resolve(`ran ${String(run())}`)
          } catch (error) {
            resolve(error instanceof Error ? error.name : '?')
          }
        })
      })
    const inline = await attempt(() => {
      const script = document.createElement('script')
      script.append('globalThis.hits++')
      document.head.append(script)
      return hits()
    })
    const handler = await attempt(() => {
      const button = document.createElement('button')
      button.setAttribute('onclick', 'globalThis.hits++')
      document.body.append(button)
      button.click()
      return hits()
    })
    const style = await attempt(() => {
      const element = document.createElement('p')
      element.setAttribute('style', 'color: red')
      return element.style.color
    })
    const evaluated = await attempt(() => (0, eval)('1 + 1') as unknown)
    const html = await attempt(() => {
      const element = document.createElement('p')
      element.innerHTML = '<b>x</b>'
      return element.childElementCount
    })
    const blob = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }))
    const worker = await attempt(() => {
      new Worker(blob).onmessage = () => ((globalThis as unknown as { hits: number }).hits += 1)
    })
    const isReported = new Promise<void>((resolve) => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (effectiveDirective === 'connect-src') resolve()
      })
    })
    const fetched = await fetch(address, { mode: 'no-cors' }).then(
      () => 'ran',
      (error: unknown) => (error instanceof Error ? error.name : '?'),
    )
    await isReported
    return { inline, handler, style, evaluated, html, worker, fetched, hits: hits(), refused: [...refused] }
  }, other)

  // Both browsers have Trusted Types: a string is refused before it becomes markup, a handler or a worker.
  expect(outcome).toMatchObject({
    inline: 'ran 0',
    handler: 'TypeError',
    style: 'ran ',
    evaluated: 'EvalError',
    html: 'TypeError',
    worker: 'TypeError',
    fetched: 'TypeError',
    hits: 0,
  })
  expect(outcome.refused).toEqual([
    'require-trusted-types-for trusted-types-sink',
    'style-src-attr inline',
    'connect-src other',
  ])
})

test('the server adds what no page can say of itself', async ({ request }) => {
  const page = (await request.get('en/call/')).headers()
  expect(page['content-security-policy']).toBe("frame-ancestors 'none'")
  expect(page['cross-origin-opener-policy']).toBe('same-origin-allow-popups')
  expect(page['x-content-type-options']).toBe('nosniff')
  // Any app may show the inspector in a frame, or open it and be answered.
  const inspector = (await request.get('inspector.html')).headers()
  expect(inspector['content-security-policy']).toBeUndefined()
  expect(inspector['cross-origin-opener-policy']).toBeUndefined()
})
