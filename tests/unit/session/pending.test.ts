import { afterEach, describe, expect, it, vi } from 'vitest'
import { stepIndex } from '../../../machines/steps'
import type { StepId } from '../../../machines/steps'
import { createCall } from '../../../src/session/createCall'
import type { Call } from '../../../src/session/createCall'
import type { Media } from '../../../src/peer/media'
import { createFakeWorld, runStep, until } from '../../support/fakeCall'
import type { Asked, HeldCalls } from '../../support/heldCalls'
import { holdCalls } from '../../support/heldCalls'
import { endsOf } from '../../support/endsOf'

const ENDINGS = ['hang up', 'start over', 'leave'] as const
type Ending = (typeof ENDINGS)[number]

/** Every step that waits for the browser, and the call it waits for. */
const STEPS_THAT_WAIT: readonly [StepId, Asked][] = [
  ['capture-media', 'getUserMedia'],
  ['create-offer', 'createOffer'],
  ['set-local-offer', 'setLocalDescription'],
  ['set-remote-offer', 'setRemoteDescription'],
  ['prepare-callee-media', 'getUserMedia'],
  ['create-answer', 'createAnswer'],
  ['set-local-answer', 'setLocalDescription'],
  ['set-remote-answer', 'setRemoteDescription'],
]

/** Calls besides the steps. */
const BESIDE: readonly [StepId, Asked][] = [
  ['set-remote-offer', 'addIceCandidate'],
  ['add-tracks', 'getStats'],
]

const CASES = [...STEPS_THAT_WAIT, ...BESIDE].flatMap(([step, asked]) =>
  ENDINGS.map((way): [StepId, Asked, Ending] => [step, asked, way]),
)

let call: Call

afterEach(() => {
  call.close()
})

/** A call in the middle of a step, while the browser does not answer. */
async function callHangingIn(step: StepId, asked: Asked) {
  const { world, network } = createFakeWorld()
  const media: Media[] = []
  const held = holdCalls({
    ...world,
    openMedia: async (options) => {
      const opened = { ...(await world.openMedia(options)), close: vi.fn() }
      media.push(opened)
      return opened
    },
  })
  call = createCall(held.world)
  for (let count = 0; count < stepIndex(step); count += 1) await runStep(call)
  await until(call, ({ turn }) => turn.tag === 'ready')
  held.hold(asked)
  call.playback.next()
  if (asked === 'getStats') void call.media.takeSample()
  await vi.waitFor(() => {
    expect(held.hanging()).toBeGreaterThan(0)
  })
  return { held, media, network }
}

async function go(way: Ending, held: HeldCalls) {
  if (way === 'hang up') {
    call.controls.hangUp()
    expect(call.history.view.value.turn.phase).toBe('closed')
    await until(call, (view) => Object.values(endsOf(view)).every(({ tag }) => tag === 'closed'))
  } else if (way === 'start over') {
    held.answerAgain()
    call.playback.restart()
    expect(call.history.view.value.turn).toMatchObject({ step: 'capture-media', tag: 'ready' })
  } else call.close()
}

/** Runs everything that a late answer may cause. */
async function settleDown() {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve))
}

describe.each(CASES)('in the middle of %s, while %s() hangs, to %s', (step, asked, way) => {
  it('works at once, and the next call runs to its end', async () => {
    const { held, network } = await callHangingIn(step, asked)
    const old = [...network.connections]
    await go(way, held)
    expect(old.map(({ pc }) => pc.signalingState)).toEqual(old.map(() => 'closed'))

    held.answerAgain()
    if (way === 'hang up') call.playback.next()
    else if (way === 'leave') call = createCall(held.world)
    call.playback.runTo('connected')
    await until(call, ({ turn }) => turn.phase === 'connected')
    await call.media.takeSample()
  })

  it.each(['resolve', 'reject'] as const)('a late answer (%s) touches nothing any more', async (how) => {
    const { held, media } = await callHangingIn(step, asked)
    await go(way, held)
    await settleDown()
    const before = call.log().map(({ event }) => event.type)
    const streams = call.media.streams.value
    held.settle(how)
    await settleDown()
    expect(call.log().map(({ event }) => event.type)).toEqual(before)
    expect(call.media.streams.value).toBe(streams)
    expect(call.media.samples.value).toEqual([])
    for (const { close } of media) expect(close).toHaveBeenCalled()
  })
})
