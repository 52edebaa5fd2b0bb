import { expect, test } from '@playwright/test'
import { answerByHand } from '../support/foreignCallee'
import { expectStatus, field, nextButton, step, watchPage } from './page'

/** A script with which another page of this origin answers by hand; the app does not run there. */
function foreignScript(channelName: string): string {
  const room = channelName.slice('handshake/'.length)
  return `(() => {
    const channel = new BroadcastChannel(${JSON.stringify(channelName)})
    const wire = {
      post: (data) => channel.postMessage(data),
      subscribe: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    }
    window.foreign = new RTCPeerConnection()
    ;(${answerByHand.toString()})(wire, window.foreign, ${JSON.stringify(room)})
  })()`
}

test('a foreign callee answers over the channel, and the caller continues', async ({ context }) => {
  const page = await context.newPage()
  const watched = watchPage(page)
  await page.goto('en/call/?room=by-hand&end=caller')
  const foreign = await context.newPage()
  await foreign.goto('favicon.svg')
  await expectStatus(page, 'capture-media', 'ready')
  // Until this tab has its role, the button says so, and a click would have no effect.
  await expect(nextButton(page)).toHaveClass(/\brun\b/)
  await step(page, 'send-offer').dispatchEvent('click')
  await page.locator('[data-action="run-to"]').dispatchEvent('click')
  await expectStatus(page, 'send-offer', 'done')

  const name = page.locator('code', { hasText: /^handshake\/by-hand\./ })
  await foreign.evaluate(foreignScript((await name.textContent())!.trim()))

  await expectStatus(page, 'receive-answer', 'ready')
  // A message that arrived proves the step, although the log of the other end is not known.
  await expectStatus(page, 'send-answer', 'done')
  await nextButton(page).dispatchEvent('click')
  await expectStatus(page, 'set-remote-answer', 'ready')
  await nextButton(page).dispatchEvent('click')
  await expectStatus(page, 'set-remote-answer', 'done')

  await expect
    .poll(() => foreign.evaluate('window.foreign.connectionState'), { timeout: 30_000 })
    .toBe('connected')
  await expect(field(page, 'caller', 'connectionState')).toHaveText('connected')
  await expect(nextButton(page)).toHaveClass(/\bconnected\b/)
  expect(watched.complaints).toEqual([])
})
