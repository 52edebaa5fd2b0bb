import { expect, test } from '@playwright/test'
import { HANG_UP, PERFECT, programOf, sourceOf } from '../support/programs'
import { expectPictures, openEnds } from './twoFrames'

test('the listings of the 13 steps, one after another, make a call, and that of hanging up ends it @engine', async ({
  page,
}) => {
  // The program waits for a click of the learner; the test provides it.
  const pressed = 'await new Promise((resolve) => (window.hangUp = resolve))'
  const ends = await openEnds(page, {
    programs: {
      callee: sourceOf(programOf('callee')),
      caller: `${sourceOf(programOf('caller'))}\n${pressed}\n${sourceOf(HANG_UP)}`,
    },
  })
  await expectPictures(ends)

  const { frameOf, complaints } = ends
  await frameOf('caller').evaluate(() => (window as unknown as { hangUp: () => void }).hangUp())
  for (const name of ends.names) {
    await expect
      .poll(() => frameOf(name).evaluate(() => window.made[0]?.signalingState), { message: name })
      .toBe('closed')
    const left = await frameOf(name).evaluate(() => {
      const stream = document.querySelector('video')?.srcObject as MediaStream
      return stream.getTracks().map(({ readyState }) => readyState)
    })
    expect(left, name).toEqual(['ended', 'ended'])
  }
  expect(complaints).toEqual([])
})

/** Keeps what an end sends until the test releases it, so that both can offer before either receives anything. */
const HOLD = `
  window.held = []
  const Channel = BroadcastChannel
  window.BroadcastChannel = class extends Channel {
    postMessage(message) {
      if (window.held === null) super.postMessage(message)
      else held.push(() => super.postMessage(message))
    }
  }
  window.letGo = () => {
    const waiting = held
    window.held = null
    for (const send of waiting) send()
  }
`

test('the listing of perfect negotiation survives two offers at once @engine', async ({ page }) => {
  const program = `${sourceOf(PERFECT)}\nstart()`
  const ends = await openEnds(page, { programs: { polite: program, impolite: program }, before: HOLD })
  const { frameOf, complaints, names } = ends

  await test.step('both have offered, and neither has received the other offer', async () => {
    for (const name of names) {
      await expect
        .poll(() => frameOf(name).evaluate(() => window.made[0]?.localDescription?.type), { message: name })
        .toBe('offer')
      expect(await frameOf(name).evaluate(() => window.made[0]?.signalingState)).toBe('have-local-offer')
    }
  })
  for (const name of names)
    await frameOf(name).evaluate(() => (window as unknown as { letGo(): void }).letGo())
  await expectPictures(ends)

  const statesOf = (name: string) => frameOf(name).evaluate(() => window.states)
  const [polite, impolite] = [await statesOf('polite'), await statesOf('impolite')]
  // The polite end rolled its offer back; the impolite end kept its own.
  expect(polite).toContain('have-remote-offer')
  expect(impolite).not.toContain('have-remote-offer')
  expect([polite.at(-1), impolite.at(-1)]).toEqual(['stable', 'stable'])
  expect(complaints).toEqual([])
})
