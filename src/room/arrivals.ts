import type { MemberId } from '../../broadcast-signaling/room/transport'
import type { Arrival, TransportFact } from '../../machines/room/roomContracts'
import type { HubListener, OtherMessage } from './roomHub'

/** A message of another member as an event of the room's machine. `at`: milliseconds since 1970. */
export function toArrival(from: MemberId, message: OtherMessage, at: number): Arrival {
  switch (message.kind) {
    case 'hello':
      return {
        type: 'got.hello',
        from,
        name: message.name,
        joinedAt: message.joinedAt,
        busy: message.busy === true,
        at,
      }
    case 'chat':
      return { type: 'got.chat', from, text: message.text, at }
    case 'invite':
      return { type: 'got.invite', from, call: message.call, at }
    case 'refuse':
      return { type: 'got.refuse', from, call: message.call, reason: message.reason }
    case 'cancel':
      return {
        type: 'got.cancel',
        from,
        call: message.call,
        ...(message.reason !== undefined && { reason: message.reason }),
      }
    case 'accept':
    case 'hang-up':
      return { type: `got.${message.kind}`, from, call: message.call }
    case 'leave':
      return { type: 'got.leave', from, at }
  }
}

/** What the transport reports as an event of the room's machine. */
export function toFact(event: Parameters<HubListener['onEvent']>[0], at: number): TransportFact {
  switch (event.type) {
    case 'status':
      return {
        type: 'transport.status',
        status: event.status,
        ...(event.reason && { reason: event.reason }),
      }
    case 'members':
      return { type: 'transport.members', members: event.members }
    case 'joined':
      return { type: 'transport.joined', member: event.member, at }
    case 'left':
      return { type: 'transport.left', member: event.member, isLost: event.lost === true, at }
  }
}
