import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { Settings } from '../../machines/contracts'
import type { Script } from '../../machines/script'
import type { End } from '../../machines/steps'
import type { SessionsByEnd } from '../tabs/endSessions'
import type { SharedCall } from '../tabs/tabMessage'
import type { Room, RoomOptions } from '../tabs/openRoom'
import type { RoomRole } from '../tabs/roomRole'
import { joiningAt } from '../tabs/tabsState'
import type { TabsState } from '../tabs/tabsState'
import type { CallWorld } from './callWorld'
import { now } from './clock'
import { createId } from './createId'

/** What a room reports to the call. */
export interface RoomEvents extends Pick<RoomOptions, 'onSessions' | 'onEntries' | 'onSettings'> {
  /** `tabs` has changed. */
  onTabs(): void
  /** A call begins on this channel, with the end that this tab plays, if any. */
  onCall(channelId: string, call: SharedCall, own: End | null, sessions: SessionsByEnd): void
}

/**
 * The membership of a call in a room of several tabs. Outside a room `tabs` is null and what is sent to the room is
 * dropped.
 */
export interface RoomMembership extends Room {
  readonly tabs: Readonly<ShallowRef<TabsState | null>>
  /** Takes a role and gives up the role held before. */
  enter(role: RoomRole): void
  /** Gives up the role: this page plays both ends again. */
  leave(): void
  /** Gives up the role because the page is left; `tabs` stays readable. */
  close(): void
}

/** Joins and leaves a room for a call of a script; the code for it is loaded on joining. */
export function createRoomMembership(
  world: CallWorld,
  script: Script,
  settings: () => Settings,
  news: RoomEvents,
): RoomMembership {
  const { onTabs, onCall, ...others } = news
  const tabs = shallowRef<TabsState | null>(null)
  let room: Room | null = null

  function leave() {
    room?.close()
    room = null
    tabs.value = null
  }

  return {
    tabs,
    enter(role) {
      leave()
      const joining = (tabs.value = joiningAt(role))
      const cutOff = () => {
        if (tabs.value === joining) tabs.value = { ...joining, status: 'cut-off' }
      }
      void import('../tabs/openRoom').then(({ openRoom }) => {
        if (tabs.value !== joining) return
        room = openRoom({
          script,
          role,
          openChannel: world.openChannel,
          locks: world.locks,
          createId,
          now,
          settings,
          ...others,
          onState: (state) => {
            tabs.value = state
            onTabs()
          },
          onCall: (call, ...rest) => {
            onCall(`${role.room}.${call.id}`, call, ...rest)
          },
        })
      }, cutOff)
    },
    leave,
    share(at, event) {
      room?.share(at, event)
    },
    startOver() {
      room?.startOver()
    },
    changeSettings(change) {
      // A tab that plays no end must not change settings.
      if (tabs.value?.own) room?.changeSettings(change)
    },
    close() {
      room?.close()
    },
  }
}
