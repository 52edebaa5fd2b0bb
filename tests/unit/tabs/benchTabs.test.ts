import { afterEach, expect, it, vi } from 'vitest'
import type { BenchIntent } from '../../../machines/bench/benchContracts'
import type { Operation } from '../../../machines/endActors'
import type { End } from '../../../machines/steps'
import type { Call } from '../../../src/session/createCall'
import { createCall } from '../../../src/session/createCall'
import type { CallWorld } from '../../../src/session/callWorld'
import { BENCH_SCRIPT } from '../../support/benchCall'
import type { BenchEnd } from '../../support/benchCall'
import { createFakeWorld } from '../../support/fakeCall'

/* One bench in two tabs: each plays its end, and shows the other from the log that it shares. */

const open: Call[] = []

afterEach(() => {
  for (const call of open.splice(0)) call.close()
})

function openTab(end: End, world: CallWorld): Call {
  const call = createCall(world, { room: 'room-1', end }, BENCH_SCRIPT)
  open.push(call)
  return call
}

/** What a tab shows of an end. */
const at = (tab: Call, end: End) => tab.snapshots().at(-1)![end].context as BenchEnd

async function openTwo(): Promise<Record<End, Call>> {
  const { world } = createFakeWorld()
  const tabs = { caller: openTab('caller', world), callee: openTab('callee', world) }
  for (const tab of Object.values(tabs))
    await vi.waitFor(() =>
      expect(tab.room.tabs.value).toMatchObject({
        status: 'in',
        presence: { caller: 'here', callee: 'here' },
      }),
    )
  return tabs
}

/** Runs an operation in the tab of its end, and waits until both tabs show its outcome. */
async function run(tabs: Record<End, Call>, end: End, operation: Operation) {
  const { length } = at(tabs[end], end).bench.operations
  tabs[end].controls.send(end, { type: 'bench.run', operation })
  for (const tab of Object.values(tabs))
    await vi.waitFor(() => expect(at(tab, end).bench.operations[length]).toMatchObject({ state: 'done' }))
}

it('both tabs show both ends, and the call connects', async () => {
  const tabs = await openTwo()
  const both = async (check: (tab: Call) => void) => {
    for (const tab of Object.values(tabs)) await vi.waitFor(() => check(tab))
  }
  await run(tabs, 'caller', { call: 'create' })
  await run(tabs, 'caller', { call: 'createDataChannel', label: 'chat' })
  await run(tabs, 'callee', { call: 'create' })
  await run(tabs, 'caller', { call: 'setLocalDescription' })
  tabs.caller.controls.send('caller', { type: 'tray.rules', rules: { hold: true } })
  await run(tabs, 'caller', { call: 'send', what: 'description' })
  await both((tab) => expect(at(tab, 'caller').bench.messages[0]).toMatchObject({ state: 'waiting' }))
  tabs.caller.controls.send('caller', { type: 'tray.rules', rules: { hold: false } })
  await both((tab) => expect(at(tab, 'callee').receivedDescription).toMatchObject({ type: 'offer' }))

  await run(tabs, 'callee', { call: 'setRemoteDescription', description: 'received' })
  await run(tabs, 'callee', { call: 'setLocalDescription' })
  await run(tabs, 'callee', { call: 'send', what: 'description' })
  await both((tab) => expect(at(tab, 'caller').receivedDescription).toMatchObject({ type: 'answer' }))
  await run(tabs, 'caller', { call: 'setRemoteDescription', description: 'received' })
  await both((tab) => {
    for (const end of ['caller', 'callee'] as const)
      expect(at(tab, end).peer?.connectionState).toBe('connected')
  })
  // What each tab replays of the other is what the other has.
  await both((tab) => {
    for (const end of ['caller', 'callee'] as const)
      expect(JSON.stringify(at(tab, end))).toBe(JSON.stringify(at(tabs[end], end)))
  })
})

it('a tab cannot act for the other end, and starting again is for both', async () => {
  const tabs = await openTwo()
  await run(tabs, 'caller', { call: 'create' })
  const intent: BenchIntent = { type: 'bench.run', operation: { call: 'create' } }
  tabs.caller.controls.send('callee', intent)
  await run(tabs, 'callee', { call: 'create' })
  expect(at(tabs.callee, 'callee').bench.operations).toHaveLength(1)

  tabs.caller.playback.restart()
  for (const tab of Object.values(tabs))
    await vi.waitFor(() => {
      for (const end of ['caller', 'callee'] as const)
        expect(at(tab, end)).toMatchObject({ peer: null, bench: { operations: [] } })
    })
})

it('a room of a call and one of a bench are two, although they have one name', async () => {
  const { world } = createFakeWorld()
  const bench = openTab('caller', world)
  const call = createCall(world, { room: 'room-1', end: 'caller' })
  open.push(call)
  for (const tab of [bench, call])
    await vi.waitFor(() =>
      expect(tab.room.tabs.value).toMatchObject({ status: 'in', presence: { callee: 'unknown' } }),
    )
})
