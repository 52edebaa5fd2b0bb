import { afterEach, describe, expect, it, vi } from 'vitest'
import { HANDSHAKE_13 } from '../../../machines/scripts/handshake13'
import { STEPS } from '../../../machines/steps'
import type { StepId } from '../../../machines/steps'
import { createCall } from '../../../src/session/createCall'
import type { Call } from '../../../src/session/createCall'
import { openRecording } from '../../../src/session/openRecording'
import { shownAction } from '../../../src/session/nextAction'
import { canTogglePlay } from '../../../src/session/playing'
import { createFakeWorld, runStep, until } from '../../support/fakeCall'
import { holdGathering } from '../../support/heldGathering'
import { endsOf } from '../../support/endsOf'

let call: Call

afterEach(() => {
  call.close()
  vi.useRealTimers()
})

/** A call that has reached a step and is ready to run it. */
async function callAt(step: StepId) {
  const { world, network } = createFakeWorld()
  const gathering = holdGathering(world)
  call = createCall(gathering.world)
  while (call.history.view.value.turn.step !== step) await runStep(call)
  await until(call, ({ turn }) => turn.tag === 'ready')
  return { gathering, network }
}

const count = (type: string) => call.log().filter(({ event }) => event.type === type).length
const trickles = () => [
  call.frame.value.settings.trickle,
  endsOf(call.history.view.value).caller.context.settings.trickle,
  endsOf(call.history.view.value).callee.context.settings.trickle,
]

describe('play', () => {
  it('does not act again where the learner has just acted', async () => {
    const { gathering } = await callAt('set-local-offer')
    gathering.hold()
    call.controls.changeSettings({ trickle: false })
    vi.useFakeTimers()
    call.playback.speed.value = 0.5
    call.playback.play()
    await vi.advanceTimersByTimeAsync(0)
    expect(call.history.view.value.turn).toMatchObject({ step: 'gather-candidates', tag: 'ready' })
    await vi.advanceTimersByTimeAsync(1_000)
    call.playback.next()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(call.history.view.value.turn).toMatchObject({ step: 'gather-candidates', tag: 'busy' })
    expect(trickles()).toEqual([false, false, false])
  })

  it('waits the full pace after a step that the learner ran', async () => {
    await callAt('add-tracks')
    vi.useFakeTimers()
    call.playback.play()
    await vi.advanceTimersByTimeAsync(1_500)
    call.playback.next()
    await vi.advanceTimersByTimeAsync(0)
    expect(call.history.view.value.turn).toMatchObject({ step: 'set-local-offer', tag: 'ready' })
    await vi.advanceTimersByTimeAsync(1_900)
    expect(call.history.view.value.turn).toMatchObject({ step: 'set-local-offer', tag: 'ready' })
    await vi.advanceTimersByTimeAsync(100)
    expect(call.history.view.value.turn.step).toBe('gather-candidates')
  })

  it('waits without trickle for as long as gathering takes, and leaves it to the learner to leave', async () => {
    const { gathering } = await callAt('gather-candidates')
    gathering.hold()
    call.controls.changeSettings({ trickle: false })
    vi.useFakeTimers()
    call.playback.play()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(call.history.view.value.turn).toMatchObject({ step: 'gather-candidates', tag: 'busy' })
    expect(call.playback.playing.value).toBe(true)
  })

  it('goes through all thirteen steps at its pace, and ends when the call is connected', async () => {
    await callAt('capture-media')
    vi.useFakeTimers()
    call.playback.speed.value = 2
    call.playback.play()
    await vi.advanceTimersByTimeAsync(999)
    expect(count('step.run')).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(count('step.run')).toBe(2)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(call.history.view.value.turn.phase).toBe('connected')
    expect(count('step.run')).toBe(13)
    expect(call.playback.playing.value).toBe(false)
  })

  it('ends at a failed step, and neither retries it nor starts by itself again', async () => {
    const { world, refuseMedia } = createFakeWorld()
    refuseMedia(new DOMException('Permission denied', 'NotAllowedError'))
    call = createCall(world)
    vi.useFakeTimers()
    call.playback.play()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(call.playback.playing.value).toBe(false)
    expect(canTogglePlay(call.frame.value)).toBe(false)
    call.playback.toggle()
    call.playback.play()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(count('step.run')).toBe(1)
  })

  it('restarts ICE where the connection has failed, at its pace', async () => {
    const { network } = await callAt('set-remote-answer')
    await runStep(call)
    await until(call, ({ turn }) => turn.phase === 'connected')
    for (const { setConnectionState } of network.connections) setConnectionState('failed')
    await until(call, ({ turn }) => turn.phase === 'failed')
    vi.useFakeTimers()
    call.playback.play()
    await vi.advanceTimersByTimeAsync(1_999)
    expect(count('ice.restart')).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(count('ice.restart')).toBe(1)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(call.history.view.value.turn.phase).toBe('connected')
    expect(call.playback.playing.value).toBe(false)
  })

  it('has nothing to do at the end of a recording, wherever the recorded call stopped', async () => {
    await callAt('create-offer')
    const recording = openRecording({
      script: HANDSHAKE_13,
      settings: call.frame.value.settings,
      log: call.log(),
    })
    recording.history.lookAt(null)
    expect(canTogglePlay(recording.frame.value)).toBe(false)
    recording.playback.play()
    expect(recording.playback.playing.value).toBe(false)
  })
})

describe('the key → and the button', () => {
  it('run each step once, however often they are pressed', async () => {
    await callAt('capture-media')
    for (const { id } of STEPS) {
      await until(call, ({ turn }) => turn.tag === 'ready')
      call.playback.next()
      if (shownAction(call.frame.value).does === 'nothing') call.playback.next()
      await until(call, ({ statuses }) => statuses[id] === 'done')
    }
    call.playback.next()
    await until(call, ({ turn }) => turn.phase === 'connected')
    call.playback.next()
    expect(count('step.run')).toBe(13)
    expect(count('ice.restart')).toBe(0)
  })

  it('leave gathering in step 11 as in step 5, and both ends and the switch agree on it', async () => {
    const { gathering } = await callAt('set-local-answer')
    call.controls.changeSettings({ trickle: false })
    gathering.hold()
    await runStep(call)
    const leave = { kind: 'leave-gathering', step: 'send-answer', does: 'next' }
    expect(shownAction(call.frame.value)).toEqual(leave)
    call.playback.next()
    await until(call, ({ statuses }) => statuses['send-answer'] === 'done')
    expect(trickles()).toEqual([true, true, true])
    gathering.release()
    call.playback.runTo('connected')
    await until(call, ({ turn }) => turn.phase === 'connected')
  })

  it('leave gathering in step 5 for both ends', async () => {
    const { gathering } = await callAt('gather-candidates')
    gathering.hold()
    call.controls.changeSettings({ trickle: false })
    call.playback.next()
    expect(shownAction(call.frame.value).kind).toBe('leave-gathering')
    call.playback.next()
    expect(call.history.view.value.turn).toMatchObject({ step: 'send-offer', tag: 'ready' })
    expect(trickles()).toEqual([true, true, true])
  })

  it('go on when trickle is turned on after the time in which step 5 looks for a candidate', async () => {
    const { gathering } = await callAt('gather-candidates')
    gathering.hold()
    call.controls.changeSettings({ trickle: false })
    vi.useFakeTimers()
    call.playback.next()
    await vi.advanceTimersByTimeAsync(1_500)
    call.controls.changeSettings({ trickle: true })
    await vi.advanceTimersByTimeAsync(0)
    expect(shownAction(call.frame.value)).toEqual({ kind: 'run', step: 'send-offer', does: 'next' })
  })

  it('do nothing while the call runs to a step by itself', async () => {
    const { gathering } = await callAt('gather-candidates')
    gathering.hold()
    call.controls.changeSettings({ trickle: false })
    call.playback.runTo('send-offer')
    await until(call, ({ turn }) => turn.tag === 'busy')
    expect(shownAction(call.frame.value)).toMatchObject({ kind: 'running-to', does: 'nothing' })
    call.playback.next()
    expect(count('step.run')).toBe(5)
    expect(trickles()).toEqual([false, false, false])
  })

  it('begin a recording again at its end', async () => {
    await callAt('create-offer')
    const recording = openRecording({
      script: HANDSHAKE_13,
      settings: call.frame.value.settings,
      log: call.log(),
    })
    recording.history.lookAt(null)
    recording.playback.next()
    expect(recording.history.cursor.value).toBe(0)
    recording.playback.next()
    expect(recording.history.cursor.value).toBe(recording.history.indexOfStep('capture-media'))
  })
})
