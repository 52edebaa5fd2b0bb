import type { Channel } from '../../../broadcast-signaling/channel'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { STEPS, stepIndex } from '../../../machines/steps'
import type { Call } from '../../../src/session/createCall'
import { roomNotice } from '../../../src/features/tabs/roomNotice'
import { joiningAt } from '../../../src/tabs/tabsState'
import { lostEnd } from '../../../src/projections/lostEnd'
import { MAX_ENTRIES } from '../../../src/tabs/tabMessage'
import { otherEnd } from '../../../src/tabs/roomRole'
import { createFakeWorld, until } from '../../support/fakeCall'
import { connectBoth, createTabCalls, runBoth } from '../../support/tabCalls'
import { endsOf } from '../../support/endsOf'

const tabCalls = createTabCalls()
const { openTab, closeTab, openTwo, takeRoles } = tabCalls

afterEach(tabCalls.closeAll)

describe('a call in two tabs', () => {
  it('runs step by step, each in the tab whose end acts, and both show all of it', async () => {
    const tabs = await openTwo()
    for (const { id, end } of STEPS) {
      const [acting, other] = [tabs[end], tabs[otherEnd(end)]]
      await until(acting, ({ turn }) => turn.step === id && turn.tag === 'ready')
      await until(other, ({ turn }) => turn.step === id && turn.tag === 'ready')
      // A click in the other tab runs nothing.
      other.playback.next()
      expect(other.history.view.value.statuses[id]).toBe('ready')
      acting.playback.next()
      await until(acting, ({ statuses }) => statuses[id] === 'done')
      await until(other, ({ statuses }) => statuses[id] === 'done')
    }
    for (const call of Object.values(tabs)) await until(call, ({ turn }) => turn.phase === 'connected')
  })

  it('shows the other end by replay exactly as it is there', async () => {
    const tabs = await openTwo()
    await connectBoth(tabs)
    for (const end of ['caller', 'callee'] as const) {
      const there = tabs[end]
      const here = tabs[otherEnd(end)]
      const events = (call: Call) => call.log().filter((entry) => entry.end === end).length
      await vi.waitFor(() => expect(events(here)).toBe(events(there)))
      expect(endsOf(here.history.view.value)[end]).toEqual(endsOf(there.history.view.value)[end])
    }
  })

  it('has a log with one order in each tab: seq counts, and time never runs backwards', async () => {
    const tabs = await openTwo()
    await connectBoth(tabs)
    for (const call of Object.values(tabs)) {
      const log = call.log()
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_entry, index) => index))
      expect(log.map(({ at }) => at)).toEqual(log.map(({ at }) => at).toSorted((a, b) => a - b))
    }
  })

  it('opens only the end of the tab', async () => {
    const tabs = await openTwo()
    await runBoth(tabs, 'prepare-callee-media')
    expect(tabs.caller.media.streams.value.caller.local).not.toBeNull()
    expect(tabs.caller.media.streams.value.callee.local).toBeNull()
    expect(tabs.callee.media.streams.value.caller.local).toBeNull()
    expect(await tabs.caller.media.getStats('callee')).toBeNull()
  })

  it('goes on when the second tab opens late, and shows it what was before', async () => {
    tabCalls.use(createFakeWorld().world)
    const caller = openTab('caller')
    await until(caller, ({ turn, trace }) => turn.tag === 'ready' && trace.events.length > 0)
    caller.playback.runTo('send-offer')
    await until(caller, ({ statuses }) => statuses['send-offer'] === 'done')

    const tabs = { caller, callee: openTab('callee') }
    await until(tabs.callee, ({ statuses }) => statuses['set-remote-offer'] === 'ready')
    expect(tabs.callee.history.view.value.statuses['send-offer']).toBe('done')
    await connectBoth(tabs)
  })

  it('hangs up at both ends from either', async () => {
    const tabs = await openTwo()
    await connectBoth(tabs)
    tabs.callee.controls.hangUp()
    await until(tabs.caller, (view) =>
      [view.turn.phase, ...Object.values(endsOf(view)).map(({ tag }) => tag)].every(
        (one) => one === 'closed',
      ),
    )
    expect(endsOf(tabs.caller.history.view.value).caller.context.closedBy).toBe('other')
  })

  it('starts over in both from either, on another channel', async () => {
    const tabs = await openTwo()
    await runBoth(tabs, 'create-answer')
    const before = tabs.caller.frame.value.channelName
    tabs.callee.playback.restart()
    await until(tabs.caller, ({ statuses }) => statuses['capture-media'] === 'ready')
    await takeRoles(tabs)
    expect(tabs.caller.frame.value.channelName).not.toBe(before)
    await connectBoth(tabs)
  })

  it('agrees on one call when both start over at once', async () => {
    const tabs = await openTwo()
    tabs.callee.playback.restart()
    tabs.caller.playback.restart()
    await takeRoles(tabs)
    await connectBoth(tabs)
  })

  it('shares what is chosen for the call', async () => {
    const tabs = await openTwo()
    tabs.callee.controls.changeSettings({ media: 'test-pattern' })
    await until(tabs.caller, (view) => endsOf(view).caller.context.settings.media === 'test-pattern')
    const third = openTab(null)
    await vi.waitFor(() => expect(third.frame.value.settings.media).toBe('test-pattern'))
  })
})

describe('a third tab', () => {
  it('learns that its role is taken, and watches both ends', async () => {
    const tabs = await openTwo()
    await runBoth(tabs, 'create-offer')
    const third = openTab('callee')
    await vi.waitFor(() => expect(third.frame.value.tabs).toMatchObject({ status: 'full', own: null }))
    await until(third, ({ statuses }) => statuses['create-offer'] === 'done')
    third.playback.next()
    third.controls.hangUp()
    third.playback.restart()
    await connectBoth(tabs)
    await until(third, ({ turn }) => turn.phase === 'connected')
  })

  it('follows a start over', async () => {
    const tabs = await openTwo()
    await runBoth(tabs, 'create-offer')
    const third = openTab(null)
    await until(third, ({ statuses }) => statuses['create-offer'] === 'done')
    tabs.caller.playback.restart()
    await until(third, ({ statuses }) => statuses['capture-media'] === 'ready')
    await runBoth(tabs, 'create-offer')
    await until(third, ({ statuses }) => statuses['create-offer'] === 'done')
  })

  it('sees that the tab of an end has gone, and that it came back', async () => {
    const tabs = await openTwo()
    const third = openTab('callee')
    await vi.waitFor(() => expect(third.frame.value.tabs?.status).toBe('full'))
    closeTab(tabs.callee)
    await vi.waitFor(() => expect(third.frame.value.tabs?.presence.callee).toBe('gone'))
    openTab('callee')
    await vi.waitFor(() => expect(third.frame.value.tabs?.presence.callee).toBe('here'))
  })
})

describe('a tab that is loaded again', () => {
  const sides = ['caller', 'callee'] as const
  const cases = sides.flatMap((end) => STEPS.map(({ id }) => [end, id] as const))
  /** Up to this step, the other end has received nothing, so no second connection is needed. */
  const LAST_HARMLESS = { caller: 'gather-candidates', callee: 'set-local-answer' } as const

  it.each(cases)('as %s after %s: goes on where it can, else says so and starts over', async (end, id) => {
    const tabs = await openTwo()
    await runBoth(tabs, id)
    const other = tabs[otherEnd(end)]

    closeTab(tabs[end])
    await vi.waitFor(() => expect(other.frame.value.tabs?.presence[end]).toBe('gone'))
    tabs[end] = openTab(end)
    await takeRoles(tabs)

    const isLost = stepIndex(id) > stepIndex(LAST_HARMLESS[end])
    for (const call of Object.values(tabs)) {
      await vi.waitFor(() => expect(lostEnd(call.history.now.value.trace)).toBe(isLost ? end : null))
    }
    if (isLost) other.playback.next()
    await takeRoles(tabs)
    await connectBoth(tabs)
  })
})

describe('without Web Locks', () => {
  it('gives two tabs a role each and refuses a third', async () => {
    const bare = { ...createFakeWorld().world, locks: undefined }
    const caller = openTab('caller', bare)
    await vi.waitFor(() => expect(caller.frame.value.tabs?.status).toBe('in'))
    const tabs = { caller, callee: openTab('callee', bare) }
    await takeRoles(tabs)
    const third = openTab('callee', bare)
    await vi.waitFor(() => expect(third.frame.value.tabs?.status).toBe('full'))
    await connectBoth(tabs)
    closeTab(tabs.callee)
    await vi.waitFor(() => expect(caller.frame.value.tabs?.presence.callee).toBe('gone'))
  })
})

describe('where the browser refuses locks', () => {
  it('two tabs connect all the same', async () => {
    const denied = new DOMException('Access to the Locks API is denied in this context', 'SecurityError')
    const locks = { request: () => Promise.reject(denied) } as unknown as LockManager
    const bare = { ...createFakeWorld().world, locks }
    const caller = openTab('caller', bare)
    await vi.waitFor(() => expect(caller.frame.value.tabs?.status).toBe('in'))
    const tabs = { caller, callee: openTab('callee', bare) }
    await takeRoles(tabs)
    await connectBoth(tabs)
  })
})

describe('a log longer than one message holds', () => {
  it('reaches a tab that comes later, whole', async () => {
    const tabs = await openTwo()
    for (let at = 0; at < MAX_ENTRIES + 10; at += 1)
      tabs.caller.controls.changeSettings({ trickle: at % 2 === 0 })
    const ownLog = (call: Call) => call.log().filter(({ end }) => end === 'caller')
    const { length } = ownLog(tabs.caller)
    expect(length).toBeGreaterThan(MAX_ENTRIES)
    const third = openTab(null)
    await vi.waitFor(() => expect(ownLog(third)).toHaveLength(length))
  })
})

describe('the channel between the tabs', () => {
  it('closed from outside: the tab says that it is cut off, and its own end continues', async () => {
    const { world: base } = createFakeWorld()
    const shared: Channel[] = []
    tabCalls.use({
      ...base,
      openChannel(name) {
        const channel = base.openChannel(name)
        if (name.endsWith('/log')) shared.push(channel)
        return channel
      },
    })
    const tabs = { caller: openTab('caller'), callee: openTab('callee') }
    await takeRoles(tabs)
    shared[0]?.close()
    tabs.caller.playback.next()
    await until(tabs.caller, ({ statuses }) => statuses['capture-media'] === 'done')
    expect(tabs.caller.frame.value.tabs).toMatchObject({ status: 'cut-off', own: 'caller' })
    expect(
      roomNotice(
        tabs.caller.frame.value.tabs ?? joiningAt({ room: 'r', end: null }),
        tabs.caller.history.now.value,
      ),
    ).toEqual({
      kind: 'cut-off',
      end: 'callee',
      actions: ['reload'],
    })
    expect(tabs.callee.frame.value.tabs?.status).toBe('in')
  })
})
