import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryRooms } from '../../../broadcast-signaling/room/memory'
import type { RoomTransport } from '../../../broadcast-signaling/room/transport'
import { STEPS } from '../../../machines/steps'
import { lostEnd } from '../../../src/projections/lostEnd'
import { otherEnd } from '../../../src/tabs/roomRole'
import { MAX_ENTRIES } from '../../../src/tabs/tabMessage'
import { createFakeWorld, until } from '../../support/fakeCall'
import { connectBoth, createTabCalls, runBoth } from '../../support/tabCalls'

/* One call on two devices: what tabs of one browser share by BroadcastChannel and Web Locks goes over a relay. */

const devices = createTabCalls('relay')
const { openTab, closeTab, openTwo, takeRoles } = devices

afterEach(devices.closeAll)

describe('a call on two devices', () => {
  it('runs step by step, each on the device whose end acts, and both show all of it', async () => {
    const tabs = await openTwo()
    for (const { id, end } of STEPS) {
      const [acting, other] = [tabs[end], tabs[otherEnd(end)]]
      await until(acting, ({ turn }) => turn.step === id && turn.tag === 'ready')
      await until(other, ({ turn }) => turn.step === id && turn.tag === 'ready')
      acting.playback.next()
      await until(other, ({ statuses }) => statuses[id] === 'done')
    }
    for (const call of Object.values(tabs)) await until(call, ({ turn }) => turn.phase === 'connected')
  })

  it('knows how far the clocks are apart', async () => {
    const tabs = await openTwo()
    for (const call of Object.values(tabs))
      expect(call.frame.value.tabs?.clock).toMatchObject({ ms: expect.any(Number) as number })
  })

  it('lets a third device watch, and says that a role is taken', async () => {
    const tabs = await openTwo()
    const third = openTab('callee')
    await vi.waitFor(() => expect(third.frame.value.tabs).toMatchObject({ status: 'full', own: null }))
    await connectBoth(tabs)
    await until(third, ({ turn }) => turn.phase === 'connected')
  })

  it('says that a device was loaded again, and starts over together', async () => {
    const tabs = await openTwo()
    await runBoth(tabs, 'send-answer')
    closeTab(tabs.callee)
    await vi.waitFor(() => expect(tabs.caller.frame.value.tabs?.presence.callee).toBe('gone'))
    tabs.callee = openTab('callee')
    await takeRoles(tabs)
    for (const call of Object.values(tabs))
      await vi.waitFor(() => expect(lostEnd(call.history.now.value.trace)).toBe('callee'))
    tabs.caller.playback.next()
    await takeRoles(tabs)
    await connectBoth(tabs)
  })

  it('shares a log that is longer than one message', async () => {
    const tabs = await openTwo()
    for (let at = 0; at < MAX_ENTRIES + 10; at += 1)
      tabs.caller.controls.changeSettings({ trickle: at % 2 === 0 })
    const third = openTab(null)
    const ownLog = () => third.log().filter(({ end }) => end === 'caller')
    await vi.waitFor(() => expect(ownLog().length).toBeGreaterThan(MAX_ENTRIES))
  })
})

describe('the way between the devices', () => {
  /** A world whose devices are members of these rooms, and the transports in the order of joining. */
  function watchedWorld() {
    const rooms = createMemoryRooms()
    const transports: RoomTransport[] = []
    devices.use({
      ...createFakeWorld().world,
      loadRelay: () =>
        Promise.resolve((room) => {
          const transport = rooms.open(room)
          transports.push(transport)
          return transport
        }),
    })
    return { rooms, transports }
  }

  it('lost and found again: the messages arrive, and the call goes on', async () => {
    const { rooms, transports } = watchedWorld()
    const tabs = { caller: openTab('caller'), callee: openTab('callee') }
    await takeRoles(tabs)
    const callee = transports[1]!.self
    rooms.cut(callee)
    tabs.caller.playback.runTo('send-offer')
    await until(tabs.caller, ({ statuses }) => statuses['send-offer'] === 'done')
    rooms.mend(callee)
    await until(tabs.callee, ({ statuses }) => statuses['set-remote-offer'] === 'ready')
    await connectBoth(tabs)
  })

  it('given up by the relay: the other device is gone', async () => {
    const { rooms, transports } = watchedWorld()
    const tabs = { caller: openTab('caller'), callee: openTab('callee') }
    await takeRoles(tabs)
    rooms.cut(transports[1]!.self)
    rooms.expire(transports[1]!.self)
    await vi.waitFor(() => expect(tabs.caller.frame.value.tabs?.presence.callee).toBe('gone'))
  })

  it('missing: the device says that it is cut off', async () => {
    devices.use({
      ...createFakeWorld().world,
      loadRelay: () => Promise.reject(new DOMException('no relay', 'NetworkError')),
    })
    const alone = openTab('caller')
    await vi.waitFor(() => expect(alone.frame.value.tabs?.status).toBe('cut-off'))
  })
})
