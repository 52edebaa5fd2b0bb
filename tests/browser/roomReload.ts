import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { Meeting } from './roomMeeting'
import { action, callTwo, expectPicture, inState, invite, member, news } from './roomPage'

/* One of two members loads its page again, at each state; the other one is told, and is free. */

/** The member that will be gone, and the one that stays. */
interface Sides {
  page: Page
  name: string
  other: Page
  otherName: string
}

async function call(from: Page, to: Page, name: string) {
  await invite(from, name)
  await action(to, 'accept').click()
}

/** While `run` runs, the camera of the page gives nothing, so a call that begins stays in `negotiating`. */
async function withoutCamera(page: Page, run: () => Promise<void>) {
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => new Promise(() => {})
  })
  await run()
  await page.evaluate(() => Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia'))
}

async function startOf(from: Page, to: Page, name: string) {
  await call(from, to, name)
  for (const page of [from, to]) await inState(page, 'negotiating')
}

/** Brings the page to a state, loads it again there, and reads what the other one is told. */
const MOMENTS: Record<string, (sides: Sides, reloaded: () => Promise<void>) => Promise<void>> = {
  present: (_, reloaded) => reloaded(),
  async inviting({ page, other, otherName }, reloaded) {
    await invite(page, otherName)
    await inState(other, 'invited')
    await reloaded()
  },
  async invited({ page, other, name }, reloaded) {
    await invite(other, name)
    await inState(page, 'invited')
    await reloaded()
  },
  'negotiating, as the one who called': ({ page, other, otherName }, reloaded) =>
    withoutCamera(other, async () => {
      await startOf(page, other, otherName)
      await reloaded()
    }),
  'negotiating, as the one who was called': ({ page, other, name }, reloaded) =>
    withoutCamera(other, async () => {
      await startOf(other, page, name)
      await reloaded()
    }),
  async 'in-call, as the one who called'({ page, other, otherName }, reloaded) {
    await call(page, other, otherName)
    for (const one of [page, other]) await inState(one, 'in-call')
    await reloaded()
  },
  async 'in-call, as the one who was called'({ page, other, name }, reloaded) {
    await call(other, page, name)
    for (const one of [page, other]) await inState(one, 'in-call')
    await reloaded()
  },
  async ended({ page, other, otherName }, reloaded) {
    await invite(page, otherName)
    await action(other, 'refuse').click()
    await inState(page, 'ended')
    await reloaded()
  },
}

function sentence(moment: string, { name }: Sides, byHand: boolean): string {
  if (byHand) return 'made by hand is gone'
  if (moment === 'present') return 'You are the first'
  return moment === 'ended' ? 'You refused' : `${name} left the room`
}

export async function reload({ transport, ming, lin, comeBack }: Meeting) {
  const sides: Sides[] = [
    { page: ming, name: 'Ming', other: lin, otherName: 'Lin' },
    { page: lin, name: 'Lin', other: ming, otherName: 'Ming' },
  ]
  for (const side of sides)
    for (const [moment, reach] of Object.entries(MOMENTS)) {
      const { page, name, other } = side
      await reach(side, async () => {
        await page.reload()
        const at = `${name} reloads: ${moment}`
        await expect(news(other), at).toContainText(sentence(moment, side, transport === 'hand'))
        await expect(member(other, name), at).toBeHidden()
        await inState(other, /^(alone|ended)$/)
      })
      await comeBack(page, name)
    }
  await callTwo(ming, lin)
  for (const page of [ming, lin]) await expectPicture(page, 'remote')
}
