import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join as joinPath } from 'node:path'
import { expect } from '@playwright/test'
import { giveScreen, PAIRINGS, test, TRANSPORTS } from './roomMeeting'
import type { Transport } from './roomMeeting'
import { action, callTwo, chat, expectPicture, inState, joinTwo, member, write } from './roomPage'
import { WALKS } from './roomWalks'
import type { Walk } from './roomWalks'
import { CHROMIUM, DEEP } from './tags'

/* Every walk of two members, over every transport, in one browser and in two. `HANDSHAKE_TESTS=all` runs it. */

/** What cannot happen over a transport, and why. */
const IMPOSSIBLE: Partial<Record<Transport, Partial<Record<Walk, string>>>> = {
  broadcast: {
    'the server of the transport is lost and comes back': 'Tabs of one browser need no server.',
  },
  hand: {
    'a third member finds both busy': 'A room by hand is for two.',
    'the server of the transport is lost and comes back': 'There is no server.',
  },
}

test.describe.configure({ mode: 'parallel' })

for (const walk of Object.keys(WALKS) as Walk[])
  for (const transport of TRANSPORTS)
    for (const pairing of PAIRINGS) {
      if (IMPOSSIBLE[transport]?.[walk] !== undefined) continue
      const isMixed = pairing !== 'one browser'
      // Only the tabs of one browser hear each other over a BroadcastChannel.
      if (isMixed && transport === 'broadcast') continue
      test(`${walk}: ${transport}, ${pairing} ${DEEP}${isMixed ? ` ${CHROMIUM}` : ''}`, async ({ meet }) => {
        await WALKS[walk](await meet(transport, pairing))
      })
    }

/** A port of this machine that is free. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}

async function serve(port: number): Promise<ChildProcess> {
  const root = joinPath(import.meta.dirname, '../..')
  const server = spawn(process.execPath, ['scripts/serve.mjs', '--port', String(port)], { cwd: root })
  await expect
    .poll(() =>
      fetch(`http://127.0.0.1:${String(port)}/`).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    .toBe(true)
  return server
}

async function kill(server: ChildProcess) {
  const ended = new Promise((done) => server.once('exit', done))
  server.kill('SIGKILL')
  await ended
}

test('the server is killed and started again: the call goes on, and the room is whole again @deep', async ({
  browser,
}) => {
  const port = await freePort()
  let server = await serve(port)
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${String(port)}/` })
  try {
    await giveScreen(context)
    const { ming, lin } = await joinTwo(context)
    await callTwo(ming, lin)
    await kill(server)
    for (const page of [ming, lin])
      await expect(page.locator('[data-warnings]')).toContainText('The relay is lost')
    await write(ming, 'over the data channel')
    await expect(chat(lin).last()).toContainText('over the data channel')
    // Its offer waits, also for a member that comes back later.
    await action(lin, 'screen').click()
    await expect(lin.locator('[data-video="local-screen"]')).toBeVisible()
    server = await serve(port)
    for (const page of [ming, lin])
      await expect(page.locator('[data-warnings]')).not.toContainText('The relay is lost')
    for (const [page, name] of [
      [ming, 'Lin'],
      [lin, 'Ming'],
    ] as const) {
      await expect(member(page, name)).toBeVisible()
      await expect(page.locator('[data-away]')).toHaveCount(0)
      await inState(page, 'in-call')
    }
    await expectPicture(ming, 'remote-screen')
    await action(lin, 'hang-up').click()
    await inState(ming, 'ended')
    await write(ming, 'over the new server')
    await expect(chat(lin).last()).toContainText('over the new server')
  } finally {
    await context.close()
    await kill(server)
  }
})
