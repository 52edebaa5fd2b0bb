import { expect, test } from 'vitest'
import { createCall } from '../../../src/session/createCall'
import { createFakeWorld } from '../../support/fakeCall'

/** A call on a page that paints only when the test says so. */
function openCall() {
  const { world } = createFakeWorld()
  const frames: (() => void)[] = []
  const afterwards: (() => void)[] = []
  const call = createCall({
    ...world,
    nextFrame: (run) => frames.push(run),
    afterPaint: (run) => afterwards.push(run),
  })
  const paint = () => {
    for (const run of [...frames.splice(0), ...afterwards.splice(0)]) run()
  }
  paint()
  return { call, frames, afterwards, paint }
}

test('a press shows on the button at once, and the rest of the page one frame later', () => {
  const { call, frames, afterwards, paint } = openCall()
  const before = call.history.view.value
  call.playback.next()
  expect(call.playback.isPressed.value).toBe(true)
  expect([frames.length, afterwards.length]).toEqual([0, 1])
  expect(call.history.view.value).toBe(before)
  paint()
  expect(call.playback.isPressed.value).toBe(false)
  expect(call.history.view.value.turn.tag).toBe('busy')
})

test('a press without effect does not stay on the button', () => {
  const { call, paint } = openCall()
  call.playback.next()
  paint()
  // The camera prompt is still open.
  call.playback.next()
  expect(call.playback.isPressed.value).toBe(true)
  paint()
  expect(call.playback.isPressed.value).toBe(false)
})

test('what the browser reports by itself needs no second frame', async () => {
  const { call, frames, afterwards, paint } = openCall()
  call.playback.next()
  paint()
  await expect.poll(() => frames.length).toBe(1)
  expect(afterwards).toEqual([])
})
