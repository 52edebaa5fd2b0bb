import type { Channel } from '../../broadcast-signaling/channel'
import type { MemberId, RoomTransport } from '../../broadcast-signaling/room/transport'
import { createDeviceChannels } from './deviceChannels'
import { agreeOnClock } from './roomClock'
import type { ClockOffset } from './roomClock'
import { openRoleLocks } from './roleLocks'
import type { RoleLocks } from './roleLocks'

/** What tabs of one browser have by themselves, for the devices of a room: channels, locks and a clock. */
export interface DeviceRoom {
  /** This device in the room. */
  self: MemberId
  openChannel(name: string): Channel
  locks: RoleLocks
  /** How far the room's clock is ahead of this device's; null: no other device answered. */
  offset: ClockOffset | null
  close(): void
}

/**
 * Enters a room over a transport. Resolves once the devices agree on a clock; rejects if the transport is refused, or
 * does not open at all.
 * @param now milliseconds since 1970 by this device's clock
 */
export function openDeviceRoom(transport: RoomTransport, now: () => number): Promise<DeviceRoom> {
  const openChannel = createDeviceChannels(transport)
  const clock = openChannel('handshake/clock')
  return new Promise((resolve, reject) => {
    const stopClock = agreeOnClock(transport, clock, now, (offset) => {
      stopWatching()
      resolve({
        self: transport.self,
        openChannel,
        locks: openDeviceLocks(transport),
        offset,
        close() {
          stopClock()
          transport.close()
        },
      })
    })
    const stopWatching = transport.subscribe((event) => {
      if (event.type !== 'status' || event.status === 'connecting' || event.status === 'open') return
      stopClock()
      stopWatching()
      transport.close()
      reject(new DOMException(event.reason ?? event.status, 'NetworkError'))
    })
  })
}

/**
 * The roles of a call over several devices. There is no lock: a device takes a role if no other objects in time, and
 * the transport tells when its holder is gone.
 */
function openDeviceLocks(transport: RoomTransport): RoleLocks {
  return {
    ...openRoleLocks('', undefined),
    free: (_end, holder) =>
      new Promise((resolve) => {
        const stop = transport.subscribe((event) => {
          const isGone =
            (event.type === 'left' && event.member === holder) ||
            (event.type === 'members' && holder !== undefined && !event.members.includes(holder))
          if (!isGone) return
          stop()
          resolve()
        })
      }),
  }
}
