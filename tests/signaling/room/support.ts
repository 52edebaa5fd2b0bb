import type { MemberId, RoomTransport, TransportEvent } from '../../../broadcast-signaling/room/transport'
import { expect, vi } from 'vitest'

/** A member of a test room, with everything that its listener received. */
export interface TestMember extends RoomTransport {
  events: TransportEvent[]
}

/** Records the events of a transport from now on. */
export function record(transport: RoomTransport): TestMember {
  const events: TransportEvent[] = []
  transport.subscribe((event) => events.push(event))
  return Object.defineProperty({ ...transport, events }, 'status', { get: () => transport.status })
}

/** Waits until a condition of the test holds. */
export async function until(isTrue: () => boolean, what: string): Promise<void> {
  await vi.waitFor(() => expect(isTrue(), what).toBe(true), { timeout: 20_000, interval: 5 })
}

/** Waits until a member is in its room and knows who else is. */
export async function untilOpen(member: TestMember): Promise<void> {
  await until(() => member.events.some(({ type }) => type === 'members'), `${member.self} is in the room`)
}

/** The messages that arrived, as `from: body`. */
export function messagesOf({ events }: TestMember): string[] {
  return events.flatMap((event) => (event.type === 'message' ? [`${event.from}: ${event.body}`] : []))
}

/** The last list of members that a member was told, with who joined and left since. */
export function presentFor({ events }: TestMember): MemberId[] {
  const present = new Set<MemberId>()
  for (const event of events) {
    if (event.type === 'members') {
      present.clear()
      for (const member of event.members) present.add(member)
    }
    if (event.type === 'joined') present.add(event.member)
    if (event.type === 'left') present.delete(event.member)
  }
  return [...present].sort()
}

/** All statuses that a member was told, in order. */
export function statusesOf({ events }: TestMember): string[] {
  return events.flatMap((event) => (event.type === 'status' ? [event.status] : []))
}
