import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { axeOn } from './axe'
import { expectStatus, nextButton, watchPage } from './page'
import { DEEP } from './tags'

const hints = (page: Page) => page.locator('[data-hints]')

/** The number of leader lines that end at what they mean. */
const touching = async (page: Page) =>
  hints(page).evaluate((section) => {
    const targets = ['[data-action="next"]', '.peers [data-end]:last-child', '#lesson']
    const paths = [...section.querySelectorAll<SVGPathElement>('.lines path')]
    return paths.filter((path, index) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength())
      const box = document.querySelector(targets[index] ?? '')?.getBoundingClientRect()
      return box && x > box.left && x < box.right && y > box.top && y < box.bottom
    }).length
  })

test(
  'a first visit gets three hints that point at things; the first step ends them, the key help has them',
  { tag: DEEP },
  async ({ page }) => {
    const { complaints } = watchPage(page)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto('both/call/')
    await expect(hints(page).getByRole('listitem')).toHaveCount(3)
    await expect.poll(() => touching(page)).toBe(3)
    // The lines follow what they mean.
    await page.locator('[data-split]').press('ArrowDown')
    await page.setViewportSize({ width: 1280, height: 720 })
    await expect.poll(() => touching(page)).toBe(3)
    expect((await axeOn(page).analyze()).violations).toEqual([])
    const before = await page.locator('[data-evidence]').boundingBox()
    await nextButton(page).click()
    await expectStatus(page, 'capture-media', 'done')
    await expect(hints(page)).toHaveCount(0)
    expect(await page.locator('[data-evidence]').boundingBox()).toEqual(before)
    await expect(page.getByRole('button', { name: '呼叫方，待定的本地描述：空' })).toBeVisible()
    await page.reload()
    await expect(nextButton(page)).toBeVisible()
    await expect(hints(page)).toHaveCount(0)
    // From another page, by keyboard alone.
    await page.goto('zh/glossary/')
    await page.keyboard.press('?')
    await page.locator('[data-action="hints"]').press('Enter')
    await expect(page).toHaveURL(/\/zh\/call\//)
    await expect(hints(page)).toContainText('这个按钮执行下一步')
    await page.locator('[data-action="hints-skip"]').press('Enter')
    await expect(hints(page)).toHaveCount(0)
    await expect(page.locator('[data-evidence]')).toContainText('这个槽位是空的')
    expect(complaints).toEqual([])
  },
)

test('the hints start with the test pattern, give way to a chosen tab, and cover no address that names one', async ({
  page,
}) => {
  await page.goto('en/call/?tab=ice')
  await expect(page.locator('[data-evidence]')).not.toBeEmpty()
  await expect(hints(page)).toHaveCount(0)
  await page.goto('en/call/')
  await page.locator('[data-action="hints-start"]').click()
  await expectStatus(page, 'capture-media', 'done')
  await expect(page.locator('[data-end="caller"]')).toContainText('test pattern')
  await page.evaluate(() => {
    localStorage.clear()
  })
  await page.reload()
  await expect(hints(page)).toBeVisible()
  await page.locator('#evidence-tab-wire').click()
  await expect(hints(page)).toHaveCount(0)
})
