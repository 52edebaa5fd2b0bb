import { expect, test } from '@playwright/test'
import { expectConnected, nextButton, watchPage } from './page'
import { closeDialog, openTab, TABS, watchPolicy } from './watchPolicy'

test('no page needs what the policy refuses: a call with everything open @deep', async ({ page }) => {
  const { complaints } = await watchPolicy(page)
  await page.goto('both/call/connected/')
  // Once a step has run, the options are behind a button.
  await page.locator('[data-action="ice-servers"]').click()
  await closeDialog(page)
  await page.locator('[data-action="test-pattern"]').click()
  await page.locator('[data-action="run-to"]').click()
  await expectConnected(page)
  for (const tab of TABS) await openTab(page, tab)
  await expect(page.locator('.uplot').first()).toBeVisible()

  await openTab(page, 'sdp')
  await page.locator('[data-action="compare"]').click()
  await expect(page.locator('[data-summary]')).not.toBeEmpty()
  for (const action of ['call-options', 'search', 'progress', 'two-tabs', 'recordings']) {
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
  await expect(page.locator('[data-door="call"]')).toBeVisible()
  await page.goto('en/call/')
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
  await expect(page.locator('main')).toHaveCSS('display', 'grid')
  await expect(page.locator('main')).toHaveCSS('max-width', '640px')
  // The browser itself logs every 404.
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
})

test('the policy is enforced: nothing inline, no eval, no other origin, no markup from strings @engine', async ({
  page,
  baseURL,
}) => {
  const { complaints } = await watchPolicy(page)
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
        // Outside of Playwright's own evaluation, which has other rules.
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
  // Every other test here depends on this.
  await expect.poll(() => complaints.join()).toContain('refused by policy: connect-src')
})

test('the server adds the headers that no page can contain', async ({ request }) => {
  const page = (await request.get('en/call/')).headers()
  expect(page['content-security-policy']).toBe("frame-ancestors 'none'")
  expect(page['cross-origin-opener-policy']).toBe('same-origin-allow-popups')
  expect(page['x-content-type-options']).toBe('nosniff')
  // Any app may show the inspector in a frame, or open it and get its messages.
  const inspector = (await request.get('inspector.html')).headers()
  expect(inspector['content-security-policy']).toBeUndefined()
  expect(inspector['cross-origin-opener-policy']).toBeUndefined()
})
