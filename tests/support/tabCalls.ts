import { expect, vi } from 'vitest'
import type { End, StepId } from '../../machines/steps'
import type { CallWorld } from '../../src/session/callWorld'
import type { Call } from '../../src/session/createCall'
import { createCall } from '../../src/session/createCall'
import { createFakeWorld, until } from './fakeCall'

/** The tabs of one call, between fake connections; `via` makes them devices over a relay. */
export function createTabCalls(via?: 'relay') {
  const open = new Set<Call>()
  let world: CallWorld

  /** A tab of room `room-1`, as its address would open it. */
  function openTab(end: End | null, on: CallWorld = world): Call {
    const call = createCall(on, { room: 'room-1', end, ...(via && { via }) })
    open.add(call)
    return call
  }

  function closeTab(call: Call) {
    call.close()
    open.delete(call)
  }

  /** The tabs of both ends, each with the other's first state. */
  async function openTwo(): Promise<Record<End, Call>> {
    world = createFakeWorld().world
    const tabs = { caller: openTab('caller'), callee: openTab('callee') }
    await takeRoles(tabs)
    return tabs
  }

  async function takeRoles({ caller, callee }: Record<End, Call>) {
    for (const call of [caller, callee]) {
      await vi.waitFor(() => {
        expect(call.room.tabs.value).toMatchObject({
          status: 'in',
          presence: { caller: 'here', callee: 'here' },
        })
        const ends = call.log().map(({ end, event }) => event.type === 'xstate.init' && end)
        expect(ends).toContain('caller')
        expect(ends).toContain('callee')
      })
    }
    await vi.waitFor(() => expect(caller.frame.value.channelName).toBe(callee.frame.value.channelName))
  }

  return {
    /** The world of the next tabs. */
    use(next: CallWorld) {
      world = next
    },
    openTab,
    closeTab,
    openTwo,
    takeRoles,
    closeAll() {
      for (const call of open) closeTab(call)
    },
  }
}

/** Runs both tabs to the end of a step; each runs only its own steps. */
export async function runBoth(tabs: Record<End, Call>, target: StepId): Promise<void> {
  for (const call of Object.values(tabs)) call.playback.runTo(target)
  for (const call of Object.values(tabs)) await until(call, ({ statuses }) => statuses[target] === 'done')
}

export async function connectBoth(tabs: Record<End, Call>): Promise<void> {
  for (const call of Object.values(tabs)) call.playback.runTo('connected')
  for (const call of Object.values(tabs)) await until(call, ({ turn }) => turn.phase === 'connected')
}
