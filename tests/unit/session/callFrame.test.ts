import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { watch } from 'vue'
import { comesAfter, STEP_IDS } from '../../../machines/steps'
import type { CallFrame } from '../../../src/session/callFrame'
import { createCall } from '../../../src/session/createCall'
import type { Call } from '../../../src/session/createCall'
import { createFakeWorld } from '../../support/fakeCall'

/** A call on a page that paints only when the test says so; nothing is drawn at once. */
function openCall() {
  const { world } = createFakeWorld()
  let due: (() => void)[] = []
  const soon = (run: () => void) => due.push(run)
  const call = createCall({ ...world, nextFrame: soon, afterPaint: soon })
  const frames: CallFrame[] = [call.frame.value]
  watch(call.frame, (frame) => frames.push(frame), { flush: 'sync' })
  return {
    call,
    /** All frames so far; the first is before any event. */
    frames,
    paint() {
      const now = due
      due = []
      for (const run of now) run()
    },
  }
}

let call: Call
let frames: CallFrame[]
let paint: () => void

beforeEach(() => {
  ;({ call, frames, paint } = openCall())
})
afterEach(() => call.close())

/** Paints until a frame meets a condition. */
async function painted(condition: (frame: CallFrame) => boolean) {
  await expect
    .poll(() => {
      paint()
      return condition(call.frame.value)
    })
    .toBe(true)
}

async function runSteps(count: number) {
  for (let n = 0; n < count; n += 1) {
    const { step } = call.frame.value.now.turn
    call.playback.next()
    await painted(({ now }) => now.turn.step !== step && now.turn.tag === 'ready')
  }
}

/** The contradictions within a frame; there must be none. */
function contradictions(frame: CallFrame): string[] {
  const { view, now, cursor, length, checkpoints, here, ahead, behind, snapshots, settings, runningTo } =
    frame
  const position = cursor ?? length
  const { step, phase } = now.turn
  const isThere =
    runningTo === 'connected'
      ? phase === 'connected'
      : runningTo !== null && (step === null || comesAfter(step, runningTo))
  const told: Record<string, boolean> = {
    'the view is not of the cursor': view.trace.events.length !== position,
    'the newest moment is seen twice': cursor === null && view !== now,
    'the past is live': view.live !== (cursor === null),
    'the newest moment is not at the end': now.trace.events.length !== length,
    'a snapshot for each moment': snapshots.length !== length + 1,
    'the snapshots are of another call': now.connections.some(
      ({ id, facts }) => snapshots[length]?.[id as 'caller'].context !== facts,
    ),
    'the past is of another call': view.trace.events.some((event, at) => event !== now.trace.events[at]),
    'a checkpoint lies ahead of the call': checkpoints.some(({ index }) => index > length),
    'here is not before the moment': here.index > position || !checkpoints.includes(here),
    'ahead is not ahead': ahead !== null && (ahead.index <= position || !checkpoints.includes(ahead)),
    'behind is not behind': behind !== null && (behind.index >= position || !checkpoints.includes(behind)),
    'the settings are not those of the ends': now.connections.some(
      ({ end }) => JSON.stringify(end?.context.settings) !== JSON.stringify(settings),
    ),
    'it runs to where it is': isThere,
  }
  return Object.keys(told).filter((text) => told[text])
}

describe('every frame is of one moment', () => {
  it('when a run arrives', async () => {
    call.playback.runTo('create-offer')
    await painted(({ now }) => now.statuses['create-offer'] === 'done')
    const arrived = frames.findIndex(({ now }) => now.statuses['create-offer'] === 'done')
    expect(frames[arrived - 1]?.runningTo).toBe('create-offer')
    expect(frames[arrived]).toMatchObject({ runningTo: null, now: { turn: { step: 'set-local-offer' } } })
    expect(frames.flatMap(contradictions)).toEqual([])
  })

  it('also in each part: between two frames no part is ahead of the others', async () => {
    const { history, playback } = call
    const mixed: unknown[] = []
    watch(
      [history.view, playback.runningTo],
      ([{ turn }, target]) => {
        if (target === null && turn.step !== 'set-local-offer') mixed.push([target, turn.step])
      },
      { flush: 'sync' },
    )
    playback.runTo('create-offer')
    await expect
      .poll(() => call.log().some(({ event }) => event.type === 'xstate.done.actor.create-offer'))
      .toBe(true)
    expect([playback.runningTo.value, history.view.value.turn.step]).toEqual([null, 'capture-media'])
    paint()
    expect([playback.runningTo.value, history.view.value.turn.step]).toEqual([null, 'set-local-offer'])
    expect(mixed).toEqual([])
  })

  it('when the call is restarted while looking back', async () => {
    await runSteps(4)
    call.history.lookAt(call.history.indexOfStep('capture-media'))
    paint()
    const before = call.frame.value
    call.playback.restart()
    call.controls.changeSettings({ trickle: false })
    expect(call.frame.value).toBe(before)
    expect(call.history.indexOfStep('add-tracks')).not.toBeNull()
    paint()
    expect(call.frame.value).toMatchObject({ cursor: null, settings: { trickle: false } })
    expect(call.history.indexOfStep('add-tracks')).toBeNull()
    expect(frames.flatMap(contradictions)).toEqual([])
  })

  it('whatever is done, in whatever order', { timeout: 60_000 }, async () => {
    const acts: Record<string, (n: number) => unknown> = {
      next: () => call.playback.next(),
      back: () => call.history.stepBack(),
      on: () => call.history.stepForward(),
      look: (n) => call.history.lookAt(n % (call.log().length + 1)),
      now: () => call.history.lookAt(null),
      run: (n) => call.playback.runTo(STEP_IDS[n % STEP_IDS.length] ?? 'connected'),
      connect: () => call.playback.runTo('connected'),
      play: () => call.playback.toggle(),
      restart: () => call.playback.restart(),
      again: () => call.controls.startAgainFromHere(),
      hangUp: () => call.controls.hangUp(),
      trickle: (n) => call.controls.changeSettings({ trickle: n % 2 === 0 }),
      paint: () => paint(),
      wait: () => new Promise((resolve) => setTimeout(resolve, 2)),
    }
    const act = fc.tuple(fc.constantFrom(...Object.keys(acts), 'paint', 'wait', 'wait'), fc.nat(200))
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (plan) => {
        ;({ call, frames, paint } = openCall())
        for (const [name, n] of plan) await acts[name]?.(n)
        paint()
        call.close()
        expect(frames.flatMap(contradictions)).toEqual([])
        expect(frames.length).toBeGreaterThan(1)
      }),
      { numRuns: 40 },
    )
  })
})

describe('what stays as it was', () => {
  it('is the same object: the past, while the call goes on', async () => {
    await runSteps(2)
    call.history.lookAt(3)
    paint()
    const { view, now } = call.frame.value
    call.controls.changeSettings({ relayOnly: true })
    paint()
    expect(call.frame.value.view).toBe(view)
    expect(call.frame.value.now).not.toBe(now)
  })

  it('does not grow with the call', async () => {
    await runSteps(1)
    const before = call.frame.value
    const { length, checkpoints, snapshots } = before
    const counts = [checkpoints.length, snapshots.length, before.now.trace.events.length]
    await runSteps(2)
    expect(call.frame.value.length).toBeGreaterThan(length)
    expect([checkpoints.length, snapshots.length, before.now.trace.events.length]).toEqual(counts)
  })
})

it('a page that is left is drawn at once, for no frame comes any more', async () => {
  await runSteps(1)
  call.close()
  expect(call.frame.value.now.turn.phase).toBe('closed')
})
