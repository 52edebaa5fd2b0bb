import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FakeConnection } from '../../../src/peer/fake/fakeConnection'
import { callTwo, eventually, openTestRoom } from '../../support/roomCall'
import type { TestMember } from '../../support/roomCall'

/* What becomes of a call when ICE reports trouble. The browsers' own ICE is driven by the fake network here: no browser
   test can cut a WebRTC connection for real (Playwright's `setOffline` does not reach it). */

let close = () => undefined as unknown

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  close()
  vi.useRealTimers()
})

/** Ming, who has called, and Lin, with their connections. */
async function inCall() {
  const opened = openTestRoom()
  close = opened.close
  const [ming, lin] = [opened.join('Ming'), opened.join('Lin')]
  await callTwo(ming, lin, 'Lin')
  const { connections } = opened.network
  const find = (isOfferer: boolean) =>
    connections.find((one) => one.isOfferer() === isOfferer) as FakeConnection
  const [mings, lins] = [find(true), find(false)]
  return { ming, lin, mings, lins, rooms: opened.rooms, credentials: [mings.ufrag(), lins.ufrag()] }
}

const restarts = (member: TestMember) =>
  member.end().bench.operations.filter(({ operation }) => operation.call === 'restartIce').length

async function untilConnected(...connections: FakeConnection[]) {
  await eventually(
    () => connections.every(({ pc }) => pc.connectionState === 'connected' && pc.signalingState === 'stable'),
    () => connections.map(({ pc }) => `${pc.connectionState}, ${pc.signalingState}`).join('; '),
  )
}

test('disconnected closes nothing and restarts nothing: it may pass by itself', async () => {
  const { ming, lin, mings, lins } = await inCall()
  for (const connection of [mings, lins]) connection.setConnectionState('disconnected')
  await vi.advanceTimersByTimeAsync(60_000)
  for (const member of [ming, lin]) {
    expect(member.state()).toBe('in-call')
    expect(member.end().peer?.connectionState).toBe('disconnected')
    expect(restarts(member)).toBe(0)
  }
  for (const connection of [mings, lins]) connection.setConnectionState('connected')
  await ming.until('in-call')
  expect(ming.room.view.value.context.call?.broken).toBe(false)
})

test('after a failure the caller restarts ICE, and the callee need not', async () => {
  const { ming, lin, mings, lins, credentials } = await inCall()
  for (const connection of [lins, mings]) connection.setConnectionState('failed')
  expect(ming.room.view.value.context.call?.broken).toBe(true)
  await untilConnected(mings, lins)
  await vi.advanceTimersByTimeAsync(10_000)
  expect([restarts(ming), restarts(lin)]).toEqual([1, 0])
  expect(mings.ufrag()).not.toBe(credentials[0])
  expect(lins.ufrag()).not.toBe(credentials[1])
  await eventually(
    () => ming.room.view.value.context.call?.broken === false,
    () => 'still broken',
  )
  for (const member of [ming, lin]) expect(member.state()).toBe('in-call')
})

test('if only the callee sees a failure, it restarts ICE itself', async () => {
  const { ming, lin, mings, lins, credentials } = await inCall()
  lins.setConnectionState('failed')
  // It waits for the caller first.
  await vi.advanceTimersByTimeAsync(2_000)
  expect(restarts(lin)).toBe(0)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(restarts(lin)).toBe(1)
  await untilConnected(mings, lins)
  expect(restarts(ming)).toBe(0)
  expect(lins.ufrag()).not.toBe(credentials[1])
})

test('both are on another network at once: both restart, one gives way, and the call goes on', async () => {
  const { ming, lin, mings, lins, credentials } = await inCall()
  for (const member of [ming, lin]) member.room.session.value?.repair()
  await eventually(
    () => mings.ufrag() !== credentials[0] && lins.ufrag() !== credentials[1],
    () => `${mings.ufrag()}, ${lins.ufrag()}`,
  )
  await untilConnected(mings, lins)
  expect([restarts(ming), restarts(lin)]).toEqual([1, 1])
  for (const member of [ming, lin]) expect(member.state()).toBe('in-call')
  ming.room.say('still here', ['channel'])
  await eventually(
    () => JSON.stringify(lin.room.view.value.context.lines).includes('still here'),
    () => JSON.stringify(lin.room.view.value.context.lines),
  )
})

test('a transport that comes back tells of another network if the connection has suffered, else of nothing', async () => {
  const { ming, mings, lins, rooms } = await inCall()
  const loseAndMend = async () => {
    rooms.cut(ming.id())
    await eventually(
      () => ming.room.view.value.context.transport === 'lost',
      () => 'not lost',
    )
    rooms.mend(ming.id())
    await eventually(
      () => ming.room.view.value.context.transport === 'open',
      () => 'not open',
    )
  }
  await loseAndMend()
  expect(restarts(ming)).toBe(0)
  for (const connection of [mings, lins]) connection.setConnectionState('disconnected')
  await loseAndMend()
  expect(restarts(ming)).toBe(1)
  await untilConnected(mings, lins)
})

test('a call that is over is not repaired', async () => {
  const { ming, mings } = await inCall()
  const session = ming.room.session.value!
  ming.room.hangUp()
  await ming.until('ended')
  session.repair()
  mings.setConnectionState('failed')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(restarts(ming)).toBe(0)
})
