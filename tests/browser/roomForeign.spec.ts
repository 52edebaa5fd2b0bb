// A peer in Node that is not this app (docs/examples/node-peer.mjs) meets the room page over the relay.

import type { Page } from '@playwright/test'
import type { NodePeer } from '../support/nodePeer'
import { expect, test } from '@playwright/test'
import { startNodePeer } from '../support/nodePeer'

const stateOf = (page: Page) => page.locator('main[data-state]')

async function enter(page: Page, room: string): Promise<void> {
  await page.goto(`/en/room/?room=${room}`)
  await page.locator('[data-input="name"]').fill('Page')
  await page.locator('[data-action="join"]').click()
  await expect(stateOf(page)).toHaveAttribute('data-state', /^(alone|present)$/)
}

async function sayOverChannel(page: Page, peer: NodePeer): Promise<void> {
  await expect(stateOf(page)).toHaveAttribute('data-state', 'in-call')
  await peer.prints('connection connected')
  await peer.prints('channel open')
  peer.type('words from Node')
  await expect(page.locator('[data-chat]').filter({ hasText: 'words from Node' })).toHaveCount(1)
}

test('the page calls a program in Node, and hangs up @engine', async ({ page, baseURL }) => {
  const room = `called-${Date.now()}`
  const peer = startNodePeer(`${baseURL!.replace('http', 'ws')}/relay`, room, 'Node')
  await enter(page, room)

  await page.locator('[data-member="Node"] [data-action="invite"]').click()
  await sayOverChannel(page, peer)
  await page.locator('[data-action="hang-up"]').click()

  await peer.prints('ended hang-up')
  await expect(stateOf(page)).toHaveAttribute('data-state', 'ended')
  await peer.kill()
  expect(peer.errors).toEqual([])
})

test('a program in Node calls the page, which accepts, and hangs up @deep', async ({ page, baseURL }) => {
  const room = `calls-${Date.now()}`
  await enter(page, room)
  const peer = startNodePeer(`${baseURL!.replace('http', 'ws')}/relay`, room, 'Node', 'Page')

  await page.locator('[data-action="accept"]').click()
  await sayOverChannel(page, peer)
  peer.type('/end')

  await expect(stateOf(page)).toHaveAttribute('data-state', 'ended')
  await peer.kill()
  expect(peer.errors).toEqual([])
})
