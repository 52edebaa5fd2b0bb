import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { action, callTwo, joinTwo, member, state } from './roomPage'

const lit = (view: Page, id: string) => view.locator(`[data-state-id="${id}"][data-active="true"]`)

async function openInspector(page: Page): Promise<Page> {
  await expect(action(page, 'inspect')).toBeEnabled()
  const [popup] = await Promise.all([page.waitForEvent('popup'), action(page, 'inspect').click()])
  return popup
}

test('the machine of the room is watched live in the inspector, through a call and a reload @deep', async ({
  context,
}) => {
  const { ming, lin } = await joinTwo(context)
  const inspector = await openInspector(ming)
  await inspector.locator('[data-actor="room"]').click()
  await expect(lit(inspector, 'room.inside.idle.present')).toBeVisible({ timeout: 60_000 })

  await callTwo(ming, lin)
  await expect(lit(inspector, 'room.inside.calling.in-call')).toBeVisible()
  const filter = inspector.locator('[name="filter"]')
  await filter.fill('got.accept')
  await expect(inspector.locator('[data-event="got.accept"]').first()).toBeVisible()
  await filter.fill('')
  // Its end of the call is a machine of its own.
  await expect(inspector.locator('[data-actor="caller"]')).toBeVisible()
  await action(lin, 'hang-up').click()
  await expect(lit(inspector, 'ended')).toBeVisible()

  await ming.reload()
  await ming.locator('[data-input="name"]').fill('Ming again')
  await action(ming, 'join').click()
  await expect(state(ming)).toHaveAttribute('data-state', 'present')
  await expect(member(lin, 'Ming again')).toBeVisible()
  await inspector.locator('[data-actor="room"]').click()
  await expect(lit(inspector, 'room.inside.idle.present')).toBeVisible()
})
