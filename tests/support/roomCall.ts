import { vi } from 'vitest'
import { createMemoryRooms } from '../../broadcast-signaling/room/memory'
import type { RoomTransport } from '../../broadcast-signaling/room/transport'
import type { EndContext } from '../../machines/contracts'
import type { BenchState } from '../../machines/bench/benchContracts'
import type { RoomState } from '../../machines/room/roomContracts'
import { createFakeNetwork } from '../../src/peer/fake/fakeNetwork'
import { createRoom } from '../../src/room/createRoom'
import type { Room } from '../../src/room/createRoom'
import { openRoomCall } from '../../src/room/roomCall'
import { lastSnapshots } from '../../src/session/callHistory'
import { createFakeWorld } from './fakeCall'

// Node has none; a track that arrives without a stream gets one of its own (src/peer/observe.ts).
if (!('MediaStream' in globalThis)) Object.assign(globalThis, { MediaStream: Object })

/** A member of a room in a test. */
export interface TestMember {
  room: Room
  /** Its id, once it is in the room. */
  id(): string
  state(): RoomState
  until(state: RoomState): Promise<void>
  /** Waits until this member knows another one by its name, and returns the id. */
  meet(name: string): Promise<string>
  /** What its end of the call knows. */
  end(): EndContext & { bench: BenchState }
  refuseMedia(problem: DOMException | null): void
}

/** Waits until a condition holds; if it never does, fails with what `tell` says. */
export function eventually(condition: () => boolean, tell: () => string): Promise<void> {
  return vi.waitFor(
    () => {
      if (!condition()) throw new Error(tell())
    },
    { interval: 1, timeout: 4_000 },
  )
}

interface TestRoomOptions {
  ring?: number
  capacity?: number
  /** Default: in memory. `id`: the member's, if the test chose one. */
  openTransport?: (room: string, id?: string) => RoomTransport
}

/** A room whose members share a transport and a network of fake connections. */
export function openTestRoom({ ring, capacity, openTransport }: TestRoomOptions = {}) {
  const rooms = createMemoryRooms({ ...(capacity !== undefined && { capacity }) })
  const network = createFakeNetwork()
  const members: Room[] = []

  function join(name: string, id?: string): TestMember {
    const { world, refuseMedia } = createFakeWorld(network)
    const room = createRoom({
      openTransport: (of) => openTransport?.(of, id) ?? rooms.open(of, id),
      loadCall: () => Promise.resolve({ openRoomCall }),
      call: world,
      ...(ring !== undefined && { ring }),
    })
    members.push(room)
    room.join('tea', name)
    const state = () => room.view.value.state
    return {
      room,
      refuseMedia,
      state,
      id: () => room.view.value.context.self ?? '',
      until: (asked) =>
        eventually(
          () => state() === asked,
          () => `${name} is ${state()}, not ${asked}: ${JSON.stringify(room.view.value.context.ended)}`,
        ),
      async meet(other) {
        const find = () => room.view.value.context.members.find((member) => member.name === other)
        await eventually(
          () => find() !== undefined,
          () => `${name} does not know ${other}`,
        )
        return find()?.id ?? ''
      },
      end() {
        const session = room.session.value
        if (session === null) throw new Error(`${name} has no call`)
        return lastSnapshots(session.call.currentHistory())[session.role].context as EndContext & {
          bench: BenchState
        }
      },
    }
  }

  return {
    rooms,
    network,
    join,
    close() {
      for (const room of members) room.close()
    },
  }
}

/** Two members in a call that is connected at both ends. */
export async function callTwo(inviter: TestMember, invited: TestMember, name: string): Promise<void> {
  inviter.room.invite(await inviter.meet(name))
  await invited.until('invited')
  invited.room.accept(true)
  await inviter.until('in-call')
  await invited.until('in-call')
}
