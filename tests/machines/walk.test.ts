import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import { afterEach, describe, expect, test } from 'vitest'
import type { PeerStatus } from '../../machines/contracts'
import { replay } from '../../machines/log'
import type { Snapshots } from '../../machines/log'
import { STEPS } from '../../machines/steps'
import type { End, StepId } from '../../machines/steps'
import { createFakeCall, runStep, until } from '../support/fakeCall'
import { endsOf } from '../support/endsOf'

const fakes = [createFakeCall()]
function fakeCall() {
  const fake = createFakeCall()
  fakes.push(fake)
  return fake
}
afterEach(() => {
  for (const { call } of fakes.splice(0)) call.close()
})

type Slots = [pendingLocal: string, currentLocal: string, pendingRemote: string, currentRemote: string]

/** Signaling state and slots of the acting end after each step: webrtc-pc §4.4.1.4, RFC 9429 §3.2. */
const AFTER: Partial<Record<StepId, { end: End; signalingState: string; slots: Slots }>> = {
  'add-tracks': { end: 'caller', signalingState: 'stable', slots: ['–', '–', '–', '–'] },
  'create-offer': { end: 'caller', signalingState: 'stable', slots: ['–', '–', '–', '–'] },
  'set-local-offer': { end: 'caller', signalingState: 'have-local-offer', slots: ['offer', '–', '–', '–'] },
  'send-offer': { end: 'caller', signalingState: 'have-local-offer', slots: ['offer', '–', '–', '–'] },
  'set-remote-offer': { end: 'callee', signalingState: 'have-remote-offer', slots: ['–', '–', 'offer', '–'] },
  'create-answer': { end: 'callee', signalingState: 'have-remote-offer', slots: ['–', '–', 'offer', '–'] },
  'set-local-answer': { end: 'callee', signalingState: 'stable', slots: ['–', 'answer', '–', 'offer'] },
  'receive-answer': { end: 'caller', signalingState: 'have-local-offer', slots: ['offer', '–', '–', '–'] },
  'set-remote-answer': { end: 'caller', signalingState: 'stable', slots: ['–', 'offer', '–', 'answer'] },
}

function slotsOf(peer: PeerStatus): Slots {
  const {
    pendingLocalDescription,
    currentLocalDescription,
    pendingRemoteDescription,
    currentRemoteDescription,
  } = peer
  const types = [
    pendingLocalDescription,
    currentLocalDescription,
    pendingRemoteDescription,
    currentRemoteDescription,
  ]
  return types.map((slot) => slot?.type ?? '–') as Slots
}

describe('the thirteen steps with fake peers', () => {
  test('each step is the one the turn names, and leads to the states of the JSEP table', async () => {
    const { call } = fakeCall()

    for (const { id, end } of STEPS) {
      await until(call, ({ turn }) => turn.tag === 'ready')
      expect(call.history.view.value.turn).toEqual({ phase: 'steps', step: id, end, tag: 'ready' })

      await runStep(call)

      const expected = AFTER[id]
      if (expected === undefined) continue
      const { peer } = endsOf(call.history.view.value)[expected.end].context
      expect(peer?.signalingState, id).toBe(expected.signalingState)
      expect(peer && slotsOf(peer), id).toEqual(expected.slots)
    }

    await until(call, ({ turn }) => turn.phase === 'connected')
    expect(Object.values(call.history.view.value.statuses)).toEqual(STEPS.map(() => 'done'))
  })

  test('candidates wait on both sides and never overtake their description', async () => {
    const { call } = fakeCall()
    for (let n = 0; n < 5; n += 1) await runStep(call)
    await until(call, (view) => endsOf(view).caller.context.gathered)
    expect(endsOf(call.history.view.value).caller.context.local.map(({ state }) => state)).toEqual(['held'])

    await runStep(call)
    await until(call, (view) => endsOf(view).callee.context.remote.length === 2)
    expect(endsOf(call.history.view.value).caller.context.local.map(({ state }) => state)).toEqual(['sent'])
    expect(endsOf(call.history.view.value).callee.context.remote.map(({ state }) => state)).toEqual([
      'queued',
      'queued',
    ])

    await runStep(call)
    await until(call, (view) => endsOf(view).callee.context.remote.every(({ state }) => state === 'added'))
  })

  test('without trickle the description carries what was gathered and no candidate crosses by itself', async () => {
    const { call } = fakeCall()
    call.controls.changeSettings({ trickle: false })
    call.playback.runTo('send-answer')
    await until(call, ({ statuses }) => statuses['send-answer'] === 'done')
    const kinds = call.log().flatMap(({ event }) => {
      return event.type === 'signal.traffic' && event.traffic.direction === 'out'
        ? [event.traffic.message?.kind]
        : []
    })
    expect(kinds).not.toContain('candidate')
  })

  test('the recorded log replays to exactly the snapshots that were live, through JSON', async () => {
    const { call } = fakeCall()
    call.playback.runTo('connected')
    await until(call, ({ turn }) => turn.phase === 'connected')
    call.controls.hangUp()
    await until(call, (view) => Object.values(endsOf(view)).every(({ tag }) => tag === 'closed'))

    const recorded = JSON.parse(JSON.stringify(call.log())) as ReturnType<typeof call.log>
    const replayed = replay(HANDSHAKE_13, call.frame.value.settings, recorded)

    const plain = ({ caller, callee }: Snapshots) =>
      JSON.parse(
        JSON.stringify([
          caller.value,
          caller.context,
          [...caller.tags],
          callee.value,
          callee.context,
          [...callee.tags],
        ]),
      ) as unknown
    expect(replayed.map(plain)).toEqual(call.snapshots().map(plain))
  })
})

describe('when something goes wrong', () => {
  test('a refused camera is a failed step with the exact error; a test pattern goes on from there', async () => {
    const { call, refuseMedia } = fakeCall()
    refuseMedia(new DOMException('Permission denied', 'NotAllowedError'))
    await until(call, ({ turn }) => turn.tag === 'ready')
    call.playback.next()
    await until(call, ({ statuses }) => statuses['capture-media'] === 'failed')
    expect(endsOf(call.history.view.value).caller.context.problem).toEqual({
      name: 'NotAllowedError',
      message: 'Permission denied',
    })

    call.controls.changeSettings({ media: 'test-pattern' })
    call.playback.next()
    await until(call, ({ statuses }) => statuses['capture-media'] === 'done')
    expect(endsOf(call.history.view.value).caller.context.problem).toBeNull()
    expect(endsOf(call.history.view.value).caller.context.media?.source).toBe('test-pattern')
  })

  test('a connection that ICE gave up is repaired by an ICE restart', async () => {
    const { call, network } = fakeCall()
    call.playback.runTo('connected')
    await until(call, ({ turn }) => turn.phase === 'connected')

    for (const connection of network.connections) connection.setConnectionState('failed')
    await until(call, ({ turn }) => turn.phase === 'failed')
    call.playback.next()

    const generations = () =>
      new Set(
        endsOf(call.history.view.value).caller.context.local.map(
          ({ candidate }) => candidate.usernameFragment,
        ),
      ).size
    await until(call, ({ turn }) => turn.phase === 'connected' && generations() === 2)
    expect(endsOf(call.history.view.value).caller.context.peer?.signalingState).toBe('stable')
  })

  test('hanging up reaches the other end by signaling, from every step', async () => {
    for (let steps = 0; steps <= STEPS.length; steps += 1) {
      const { call } = fakeCall()
      for (let n = 0; n < steps; n += 1) await runStep(call)
      call.controls.hangUp()
      await until(call, (view) => Object.values(endsOf(view)).every(({ tag }) => tag === 'closed'))
      expect(endsOf(call.history.view.value).callee.context.closedBy).toBe('other')
      expect(endsOf(call.history.view.value).caller.context.closedBy).toBe('self')
    }
  })

  test('a restart opens fresh ends, and nothing remains of the old ones', async () => {
    const { call, network } = fakeCall()
    call.playback.runTo('connected')
    await until(call, ({ turn }) => turn.phase === 'connected')

    call.playback.restart()

    expect(network.connections.map(({ pc }) => pc.signalingState)).toEqual(['closed', 'closed'])
    expect(call.history.view.value.turn).toEqual({
      phase: 'steps',
      step: 'capture-media',
      end: 'caller',
      tag: 'ready',
    })
    expect(endsOf(call.history.view.value).caller.context.peer).toBeNull()
    call.playback.runTo('connected')
    await until(call, ({ turn }) => turn.phase === 'connected')
  })
})
