import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Channel } from '../../broadcast-signaling/channel'
import { createCall } from '../../src/session/createCall'
import type { Call } from '../../src/session/createCall'
import { viewCall } from '../../src/session/callView'
import { createFakeConnection } from '../../src/peer/fake/fakeConnection'
import type { FakeConnection } from '../../src/peer/fake/fakeConnection'
import { deriveBanner } from '../../src/features/peers/banner'
import { createFakeWorld } from '../support/fakeCall'
import { runUpTo, useVirtualTime } from '../support/virtualTime'
import type { VirtualTime } from '../support/virtualTime'
import { endsOf } from '../support/endsOf'

const HOUR = 3_600_000

let time: VirtualTime
let call: Call
beforeEach(() => {
  time = useVirtualTime()
})
afterEach(() => {
  call.close()
  time.clear()
})

/** All banners that the page has shown since a moment. */
function bannersSince(index: number) {
  return call
    .snapshots()
    .slice(index)
    .map((_, after) => deriveBanner(viewCall(call.currentHistory(), index + after)))
}

/** A call whose channels can be paused; messages posted meanwhile arrive afterwards. */
function callOnSlowWire() {
  const { world, network } = createFakeWorld()
  let held: (() => void)[] | null = null
  const openChannel = (name: string): Channel => {
    const channel = world.openChannel(name)
    const post = (data: unknown) => {
      if (held === null) channel.post(data)
      else held.push(() => channel.post(data))
    }
    return { ...channel, post }
  }
  call = createCall({ ...world, openChannel })
  return {
    connections: network.connections,
    stop: () => {
      held = []
    },
    goOn: () => {
      const due = held ?? []
      held = null
      for (const post of due) post()
    },
  }
}

/** A call whose connections report only what the test lets through. */
function callWithSilentIce() {
  const { world } = createFakeWorld()
  const connections: FakeConnection[] = []
  call = createCall({
    ...world,
    connect: (config) => {
      const connection = createFakeConnection({ config, id: connections.length, onChange: () => undefined })
      connections.push(connection)
      return connection.pc
    },
  })
  return {
    connections,
    say: (state: RTCPeerConnectionState) => {
      for (const connection of connections) connection.setConnectionState(state)
    },
  }
}

describe('an hour of sleep raises no false alarm', () => {
  test('while candidates are gathered: the call goes on and connects', async () => {
    callOnSlowWire()
    await runUpTo(call, time, 'gather-candidates')
    call.playback.next()
    time.sleep(HOUR)
    await runUpTo(call, time, null)
    expect(call.history.view.value.turn.phase).toBe('connected')
  })

  test('while the offer waits for its confirmation: it is confirmed, and no dead channel was reported', async () => {
    const wire = callOnSlowWire()
    await runUpTo(call, time, 'send-offer')
    wire.stop()
    call.playback.next()
    await time.settle()
    const since = call.log().length
    // The third question was sent, and its answer is on the way.
    for (let asks = 0; asks < 3; asks += 1) time.leap()
    expect(endsOf(call.history.view.value).caller.context.delivery).toMatchObject({ state: 'due', asks: 3 })
    time.sleep(HOUR)
    wire.goOn()
    await runUpTo(call, time, null)
    expect(call.history.view.value.turn.phase).toBe('connected')
    expect(bannersSince(since)).not.toContain('unconfirmed')
  })

  test('while the answer is awaited: the learner finds the call as it was', async () => {
    callOnSlowWire()
    await runUpTo(call, time, 'create-answer')
    while (time.leap()) await time.settle()
    const since = call.log().length
    time.sleep(HOUR)
    await time.settle()
    expect(call.log()).toHaveLength(since)
    await runUpTo(call, time, null)
    expect(call.history.view.value.turn.phase).toBe('connected')
  })

  test('while ICE checks: it is not called stalled before it had its time', async () => {
    const ice = callWithSilentIce()
    await runUpTo(call, time, null)
    ice.say('connecting')
    const since = call.log().length
    time.sleep(HOUR)
    ice.say('connected')
    await time.settle()
    expect(new Set(bannersSince(since))).toEqual(new Set(['connecting', 'first-packets']))
  })

  test('before the first packet: media is not called one-way', async () => {
    const ice = callWithSilentIce()
    await runUpTo(call, time, null)
    ice.say('connected')
    const since = call.log().length
    time.sleep(HOUR)
    await time.settle()
    const tracks = ice.connections.flatMap(({ pc }) =>
      pc.getTransceivers().map(({ receiver }) => receiver.track),
    )
    for (const track of tracks) Object.assign(track, { muted: false }).dispatchEvent(new Event('unmute'))
    expect(bannersSince(since)).not.toContain('one-way')
    expect(call.history.view.value.turn.phase).toBe('connected')
    expect(deriveBanner(call.history.view.value)).toBe('connected')
  })

  test('while connected: consent expires, and only the browser’s events decide whether the connection recovers or fails', async () => {
    const ice = callWithSilentIce()
    await runUpTo(call, time, null)
    ice.say('connected')
    while (time.leap()) await time.settle()
    ice.say('disconnected')
    const since = call.log().length
    time.sleep(HOUR)
    await time.settle()
    expect(new Set(bannersSince(since))).toEqual(new Set(['interrupted']))
    ice.say('failed')
    expect(call.history.view.value.turn.phase).toBe('failed')
  })

  test('while an ICE restart waits for its answer: it comes, and the restart goes on', async () => {
    const wire = callOnSlowWire()
    await runUpTo(call, time, null)
    while (time.leap()) await time.settle()
    for (const connection of wire.connections) connection.setConnectionState('failed')
    wire.stop()
    call.playback.next()
    await time.settle()
    const since = call.log().length
    time.sleep(HOUR)
    wire.goOn()
    await time.settle()
    expect(new Set(bannersSince(since))).toEqual(new Set(['repairing', 'first-packets']))
    expect(call.history.view.value.turn.phase).toBe('connected')
  })
})

describe('what is really dead is still found out after waking', () => {
  test('a silent wire', async () => {
    const wire = callOnSlowWire()
    await runUpTo(call, time, 'send-offer')
    wire.stop()
    call.playback.next()
    await time.settle()
    time.sleep(HOUR)
    while (time.leap()) await time.settle()
    expect(deriveBanner(call.history.view.value)).toBe('unconfirmed')
    wire.goOn()
  })

  test('a silent ICE', async () => {
    callWithSilentIce()
    await runUpTo(call, time, null)
    time.sleep(HOUR)
    while (time.leap()) await time.settle()
    expect(deriveBanner(call.history.view.value)).toBe('stalled')
  })
})
