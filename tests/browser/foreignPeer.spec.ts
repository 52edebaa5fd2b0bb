import { expect, test } from '@playwright/test'
import { answerByHand } from '../support/foreignCallee'
import { expectStatus, field, nextButton, step, watchPage } from './page'

/** Has another page of this origin answer by hand, in a few lines of its own: no app of ours runs in it. */
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

test('a callee that is none of ours answers over the channel, and the caller goes on @engine', async ({
  context,
}) => {
  const page = await context.newPage()
  const watched = watchPage(page)
  await page.goto('en/call/?room=by-hand&end=caller')
  const foreign = await context.newPage()
  await foreign.goto('favicon.svg')
  await expectStatus(page, 'capture-media', 'ready')
  // Until this tab has its role, the button says so, and what is asked of the call would be lost.
  await expect(nextButton(page)).toHaveClass(/\brun\b/)
  await step(page, 'send-offer').dispatchEvent('click')
  await page.locator('[data-action="run-to"]').dispatchEvent('click')
  await expectStatus(page, 'send-offer', 'done')

  const name = page.locator('code', { hasText: /^handshake\/by-hand\./ })
  await foreign.evaluate(foreignScript((await name.textContent())!.trim()))

  await expectStatus(page, 'receive-answer', 'ready')
  // What has arrived says that the other end has done its part, though nothing was ever heard of its steps.
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
