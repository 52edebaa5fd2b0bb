import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryRooms } from '../../../broadcast-signaling/room/memory'
import type { RoomTransport } from '../../../broadcast-signaling/room/transport'
import { openDeviceRoom } from '../../../src/tabs/deviceRoom'
import type { DeviceRoom } from '../../../src/tabs/deviceRoom'

const REAL = 1_800_000_000_000

let rooms: ReturnType<typeof createMemoryRooms>
const opened: DeviceRoom[] = []

beforeEach(() => {
  vi.useFakeTimers({ now: REAL })
  rooms = createMemoryRooms()
})

afterEach(() => {
  for (const room of opened.splice(0)) room.close()
  vi.useRealTimers()
})

/** A device whose clock is this many milliseconds ahead of the right one. */
async function enter(ahead: number, transport: RoomTransport = rooms.open('r')): Promise<DeviceRoom> {
  const entering = openDeviceRoom(transport, () => Date.now() + ahead)
  await vi.advanceTimersByTimeAsync(0)
  const room = await entering
  opened.push(room)
  return room
}

/** The same transport over a slow road: each message takes this long. */
function slow(transport: RoomTransport, delay: number): RoomTransport {
  return {
    ...transport,
    get status() {
      return transport.status
    },
    send: (to, body) => void setTimeout(() => transport.send(to, body), delay),
    subscribe: (listener) =>
      transport.subscribe((event) => {
        if (event.type === 'message') setTimeout(() => listener(event), delay)
        else listener(event)
      }),
  }
}

describe('the clock of a room', () => {
  it('is that of the first device; each later one knows how far its own is off', async () => {
    expect((await enter(5_000)).offset).toEqual({ ms: 0, error: 0 })
    expect((await enter(-700)).offset).toEqual({ ms: 5_700, error: 0 })
    expect((await enter(20)).offset).toEqual({ ms: 4_980, error: 0 })
  })

  it('is estimated from the middle of the way there and back, and half of that way is the error', async () => {
    await enter(0)
    const entering = openDeviceRoom(slow(rooms.open('r'), 40), () => Date.now() + 1_000)
    await vi.advanceTimersByTimeAsync(2_000)
    const room = await entering
    opened.push(room)
    expect(room.offset).toEqual({ ms: -1_000, error: 40 })
  })

  it('is the own one where the other members do not answer', async () => {
    const stranger = rooms.open('r')
    await vi.advanceTimersByTimeAsync(0)
    const entering = openDeviceRoom(rooms.open('r'), Date.now)
    await vi.advanceTimersByTimeAsync(3_000)
    const room = await entering
    opened.push(room)
    expect(room.offset).toBeNull()
    stranger.close()
  })

  it('ignores what is no question and no answer', async () => {
    const first = await enter(0)
    const stranger = rooms.open('r')
    await vi.advanceTimersByTimeAsync(0)
    for (const data of [null, {}, { kind: 'ask' }, { kind: 'answer', to: first.self, sent: 'x', at: 1 }])
      stranger.send('all', JSON.stringify({ channel: 'handshake/clock', data }))
    stranger.send('all', 'no JSON')
    await vi.advanceTimersByTimeAsync(0)
    expect((await enter(3)).offset).toEqual({ ms: -3, error: 0 })
    stranger.close()
  })
})

describe('a device in a room', () => {
  it('learns that the holder of a role has left', async () => {
    const [one, other] = [await enter(0), await enter(0)]
    const freed = vi.fn()
    void one.locks.free('callee', other.self).then(freed)
    await vi.advanceTimersByTimeAsync(0)
    expect(freed).not.toHaveBeenCalled()
    other.close()
    await vi.advanceTimersByTimeAsync(0)
    expect(freed).toHaveBeenCalledOnce()
  })

  it('is refused where the room is full or there is no way to it', async () => {
    rooms = createMemoryRooms({ capacity: 2 })
    await enter(0)
    await enter(0)
    const entering = openDeviceRoom(rooms.open('r'), Date.now)
    await Promise.all([
      expect(entering).rejects.toMatchObject({ name: 'NetworkError', message: 'full' }),
      vi.advanceTimersByTimeAsync(0),
    ])
  })
})
