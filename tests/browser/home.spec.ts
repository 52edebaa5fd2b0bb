import { expect, test } from '@playwright/test'
import { axeOn } from './axe'
import { chooseTheme, expectStatus, nextButton, watchPage } from './page'

test('each door leads where it says, and the brand leads back', async ({ page }) => {
  const { complaints } = watchPage(page)
  await page.goto('en/')
  for (const door of ['call', 'labs', 'concepts', 'errors', 'glossary']) {
    await page.locator(`[data-door="${door}"]`).click()
    await expect(page).toHaveURL(new RegExp(`/en/${door}/`))
    await page.locator('.brand').click()
    await expect(page).toHaveURL(/\/en\/$/)
  }
  expect(complaints).toEqual([])
})

test('the slider moves the drawing, and its text says which step', async ({ page }) => {
  await page.goto('en/')
  const slider = page.getByRole('slider', { name: 'How many steps are done' })
  const caption = page.locator('figure .step')
  await expect(caption).toHaveText('Neither end knows of the other yet.')
  await slider.press('End')
  await expect(caption).toContainText('Step 13 · Caller · Set the remote answer')
  await expect(caption).toContainText('Audio and video flow between the ends.')
  await slider.press('ArrowLeft')
  await expect(caption).toContainText('Step 12 · Caller')
  await expect(slider).toHaveAttribute('aria-valuetext', 'Receive the answer')
})

test('a pasted error opens the search with all of it', async ({ page }) => {
  const error =
    "Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to set remote answer sdp: Called in wrong state: stable"
  await page.goto('en/')
  await page.locator('form textarea').fill(error)
  await page.locator('form textarea').press('Enter')
  await expect(page.getByRole('dialog').getByRole('searchbox')).toHaveValue(error)
  await expect(page.locator('[data-result]').first()).toBeVisible()
})

test('without a camera the call starts with the test pattern; later the page leads on to the step reached', async ({
  page,
}) => {
  await page.goto('en/')
  await page.locator('[data-action="start-with-pattern"]').click()
  await expect(page.getByRole('switch', { name: /Test pattern/ })).toBeChecked()
  await nextButton(page).click()
  await expectStatus(page, 'capture-media', 'done')
  await nextButton(page).click()
  await expectStatus(page, 'add-tracks', 'done')
  await page.goto('en/')
  const start = page.locator('[data-door="call"]')
  await expect(start).toHaveText(/^Go on at step 2: /)
  await start.click()
  await expect(page).toHaveURL(/\/en\/call\/add-tracks\/$/)
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on the home page: both, ${theme}`, async ({ page }) => {
    await page.goto('both/')
    await chooseTheme(page, theme)
    expect((await axeOn(page).analyze()).violations).toEqual([])
  })
