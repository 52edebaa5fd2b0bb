import { HANDSHAKE_13 } from '../../machines/scripts/handshake13'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { replay } from '../../machines/log'
import { createCall } from '../../src/session/createCall'
import type { Call } from '../../src/session/createCall'
import { createFakeNetwork } from '../../src/peer/fake/fakeNetwork'
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

/** The learner reads until nothing more can happen by itself. */
async function read() {
  do await time.settle()
  while (time.leap())
  await time.settle()
}

function open(kind: Parameters<typeof createFakeNetwork>[0] = {}) {
  const fake = createFakeWorld(createFakeNetwork(kind))
  call = createCall(fake.world)
  return fake
}

const callee = () => endsOf(call.history.view.value).callee.context
const types = () => call.log().map(({ event }) => event.type)
const placeholders = () => types().filter((type) => type.startsWith('pc.placeholder'))

describe('a browser whose ICE gives up five seconds after step 10', () => {
  test('is kept waiting by one placeholder, and the call connects after any pause', async () => {
    open({ givesUp: true })
    await runUpTo(call, time, 'send-answer')
    await read()
    expect(callee()).toMatchObject({ patience: 'gives-up', placeholder: { problem: null } })
    expect(callee().peer?.iceConnectionState).toBe('checking')
    time.sleep(HOUR)
    await read()
    expect(callee().peer?.iceConnectionState).toBe('checking')
    await runUpTo(call, time, null)
    expect(call.history.view.value.turn.phase).toBe('connected')
    await read()
    expect(placeholders()).toEqual(['pc.placeholder-added'])
  })

  test('is not given one where a pair is being checked already', async () => {
    const { network } = open({ givesUp: true })
    await runUpTo(call, time, 'set-local-answer')
    call.playback.next()
    await time.settle()
    network.connections[1]?.setConnectionState('connecting')
    await read()
    expect(call.history.view.value.statuses['set-local-answer']).toBe('done')
    expect(placeholders()).toEqual([])
  })

  test('is known before step 10, in both ends', async () => {
    open({ givesUp: true })
    await runUpTo(call, time, 'set-local-answer')
    const { caller } = endsOf(call.history.view.value)
    expect([caller.context.patience, callee().patience]).toEqual(['gives-up', 'gives-up'])
  })

  test('hangs up as ever: nothing runs afterwards', async () => {
    open({ givesUp: true })
    await runUpTo(call, time, 'send-answer')
    call.controls.hangUp()
    await read()
    expect(call.history.view.value.turn.phase).toBe('closed')
    expect(types()).not.toContain('patience.check')
    expect(placeholders()).toEqual([])
  })

  test('replays to exactly the same snapshots', async () => {
    open({ givesUp: true })
    await runUpTo(call, time, 'send-answer')
    await read()
    await runUpTo(call, time, null)
    const replayed = replay(HANDSHAKE_13, call.frame.value.settings, call.log()).map(
      ({ caller, callee: other }) => [caller.context, other.context],
    )
    expect(replayed).toEqual(
      call.snapshots().map(({ caller, callee: other }) => [caller.context, other.context]),
    )
  })

  test('has the placeholder from the app, not from the channel', async () => {
    open({ givesUp: true })
    await runUpTo(call, time, 'send-answer')
    await read()
    await runUpTo(call, time, null)
    const crossed = call.log().filter(({ event }) => event.type.startsWith('signal.'))
    expect(crossed.length).toBeGreaterThan(0)
    expect(JSON.stringify(crossed)).not.toContain('placeholder')
    expect(
      callee()
        .remote.map(({ candidate }) => candidate.candidate)
        .join(),
    ).not.toContain('placeholder')
  })
})

test('a browser that waits by itself is given nothing', async () => {
  open()
  await runUpTo(call, time, 'send-answer')
  await read()
  expect(callee()).toMatchObject({ patience: 'waits', placeholder: null })
  await runUpTo(call, time, null)
  await read()
  expect(placeholders()).toEqual([])
})

test('a browser that refuses the placeholder is known to later calls before their step 10', async () => {
  const { world } = open({ givesUp: true, refusesPlaceholder: true })
  await runUpTo(call, time, 'send-answer')
  await read()
  expect(callee()).toMatchObject({
    patience: 'not-held',
    placeholder: { problem: { name: 'OperationError' } },
  })
  expect(callee().peer?.iceConnectionState).toBe('failed')
  call.close()

  call = createCall(world)
  await runUpTo(call, time, 'set-local-answer')
  expect(callee().patience).toBe('not-held')
})
