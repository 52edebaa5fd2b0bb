import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { AnyStateNode } from 'xstate'
import { calleeMachine } from '../../machines/callee'
import { callerMachine } from '../../machines/caller'
import { STEPS } from '../../machines/steps'
import type { End } from '../../machines/steps'
import { axeOn } from './axe'
import { expectStatus, nextButton, watchPage } from './page'

const ROOTS = { caller: callerMachine.root, callee: calleeMachine.root }

/** The steps of an end, in order: the number of done steps determines the machine's state. */
const OWN = {
  caller: STEPS.filter(({ end }) => end === 'caller').map(({ id }) => id),
  callee: STEPS.filter(({ end }) => end === 'callee').map(({ id }) => id),
}

async function expectLit(page: Page, end: End, state: string) {
  const chart = page.locator(`[data-machine="${end}"]`)
  await expect(chart.locator(`[data-state-id="${state}"][data-active="true"]`)).toBeAttached()
}

test('both charts have every state, and highlight the step of both machines, also after a failure @deep', async ({
  page,
}) => {
  const { complaints } = watchPage(page)
  await page.addInitScript(() => {
    const real = Reflect.get(RTCPeerConnection.prototype, 'createAnswer') as () => Promise<unknown>
    let isFirst = true
    Reflect.set(RTCPeerConnection.prototype, 'createAnswer', function answer(this: RTCPeerConnection) {
      if (!isFirst) return real.call(this)
      isFirst = false
      return Promise.reject(new DOMException('not yet', 'OperationError'))
    })
  })
  await page.goto('en/call/?tab=machine')
  // It opens on the steps of the end whose turn it is.
  await expect(page.locator('[data-machine]')).toHaveAttribute('data-machine', 'caller')
  await expectLit(page, 'caller', 'caller.capture-media.ready')
  await expect(page.locator('[data-machine="caller"] .steps > [data-state-id]')).toHaveCount(
    Object.keys(ROOTS.caller.states).length,
  )
  await page.locator('label', { hasText: /^Whole machine$/ }).click()
  for (const end of ['caller', 'callee'] as const) {
    const states = page.locator(`[data-machine="${end}"] svg [data-state-id]`)
    await expect(states).toHaveCount(countStates(ROOTS[end]))
    const edges = page.locator(`[data-machine="${end}"] svg [data-edge]`)
    await expect(edges).toHaveCount(countTransitions(ROOTS[end]))
  }

  const done = { caller: 0, callee: 0 }
  for (const { id, end } of STEPS) {
    await expectStatus(page, id, 'ready')
    await expectLit(page, end, `${end}.${id}.ready`)
    await nextButton(page).click()
    if (id === 'create-answer') {
      await expectLit(page, end, 'callee.create-answer.failed')
      await page.locator('[data-machine="callee"] [data-send="step.retry"]').click()
    }
    await expectStatus(page, id, 'done')
    done[end]++
    await expectLit(page, end, OWN[end][done[end]] ?? 'connection')
    if (id === 'create-answer')
      await expect(page.locator('[data-machine="callee"] [data-look="taken"]')).toHaveText(/done/)
  }
  expect(complaints).toEqual([])
})

test('a label sends its event, the outline says the same, and axe finds nothing', async ({ page }) => {
  await page.goto('en/call/?tab=machine')
  await page.locator('[data-machine="caller"] [data-send="step.run"]').click()
  await expectStatus(page, 'capture-media', 'done')
  await expectLit(page, 'caller', 'caller.add-tracks.ready')
  const axe = axeOn(page).include('.charts')
  expect((await axe.analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])

  await page.locator('label', { hasText: /^Outline$/ }).click()
  await expectLit(page, 'caller', 'caller.add-tracks.ready')
  await page.locator('label', { hasText: /^Cards$/ }).click()
  await page.locator('[data-machine="caller"] [data-send="step.run"]').click()
  await expectStatus(page, 'add-tracks', 'done')
})

function countStates(node: AnyStateNode): number {
  return Object.values(node.states).reduce((sum, child) => sum + countStates(child), 1)
}

function countTransitions(node: AnyStateNode): number {
  const own = [...node.transitions.values()].flat().length + (node.always?.length ?? 0)
  return Object.values(node.states).reduce((sum, child) => sum + countTransitions(child), own)
}
