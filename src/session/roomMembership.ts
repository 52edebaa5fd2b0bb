import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { Settings } from '../../machines/contracts'
import type { Script } from '../../machines/script'
import type { End } from '../../machines/steps'
import type { SessionsByEnd } from '../tabs/endSessions'
import type { SharedCall } from '../tabs/tabMessage'
import type { DeviceRoom } from '../tabs/deviceRoom'
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
export interface RoomMembership extends Room, Pick<CallWorld, 'openChannel'> {
  /** Milliseconds since 1970, the same in every tab, and about the same on every device of the room. */
  now(): number
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
  let device: DeviceRoom | null = null

  function leave() {
    close()
    room = null
    device = null
    tabs.value = null
  }

  function close() {
    room?.close()
    device?.close()
  }

  const openChannel = (name: string) => (device ?? world).openChannel(name)
  const sharedNow = () => now() + (device?.offset?.ms ?? 0)

  async function openDevices({ room: id }: RoomRole): Promise<DeviceRoom> {
    const { openDeviceRoom } = await import('../tabs/deviceRoom')
    const openRelay = await world.loadRelay()
    return openDeviceRoom(openRelay(`${script.id}-${id}`), now)
  }

  return {
    tabs,
    openChannel,
    now: sharedNow,
    enter(role) {
      leave()
      const joining = (tabs.value = joiningAt(role))
      const cutOff = () => {
        if (tabs.value === joining) tabs.value = { ...joining, status: 'cut-off' }
      }
      const opening = role.via === 'relay' ? openDevices(role) : null
      void Promise.all([import('../tabs/openRoom'), opening]).then(([{ openRoom }, devices]) => {
        if (tabs.value !== joining) {
          devices?.close()
          return
        }
        device = devices
        room = openRoom({
          script,
          role,
          openChannel,
          locks: world.locks,
          device: devices ?? undefined,
          createId,
          now: sharedNow,
          settings,
          ...others,
          onState: (state) => {
            tabs.value = { ...state, clock: devices?.offset ?? null }
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
    close,
  }
}
