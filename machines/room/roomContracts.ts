import type { End } from '../steps'

/* What a participant of a room exchanges with the world: plain JSON, without DOM types. The messages are those of the
   wire (broadcast-signaling/room), except `signal`, which belongs to the call (src/room/roomSignaling.ts). */

/** Given by the transport; two members never have the same. */
export type MemberId = string

/** The state of the transport. lost: it reconnects by itself; closed: it does not. */
export type TransportStatus = 'connecting' | 'open' | 'lost' | 'full' | 'closed'

/** Why an invitation was not accepted. */
export type RefusalReason = 'refused' | 'busy' | 'no-answer'

/** A message from one member to another, or to all, as the machine sends it. */
export type RoomBody =
  | { kind: 'hello'; name: string; joinedAt: number; busy?: true }
  | { kind: 'chat'; text: string }
  | { kind: 'invite'; call: string }
  | { kind: 'accept'; call: string }
  | { kind: 'refuse'; call: string; reason: RefusalReason }
  /** `reason`: nobody answered in time; without it the inviter took the invitation back. */
  | { kind: 'cancel'; call: string; reason?: 'no-answer' }
  | { kind: 'hang-up'; call: string }

/** Another member. Its name is null until its hello has arrived. */
export interface Member {
  id: MemberId
  name: string | null
  /** Milliseconds since 1970, by the clock of that member; null until its hello has arrived. */
  joinedAt: number | null
  /** Whether it is in a call. */
  busy: boolean
}

/** How a line of the chat travels: through the server of the room, or over the data channel of the call. */
export type Via = 'signaling' | 'channel'

/** A line of the chat, or what happened in the room. */
export type Line = { id: number; at: number } & (
  | { kind: 'chat'; name: string; own: boolean; text: string; via: Via[] }
  | { kind: 'note'; note: 'joined' | 'left' | 'missed'; name: string }
)

/** An invitation, or the call that came of it. The inviter is the caller. */
export interface RoomCall {
  id: string
  partner: MemberId
  partnerName: string
  role: End
  /** Whether the camera may be asked for; without it the test pattern is sent. */
  camera: boolean
  /** Both want the call: it is being made, or under way. */
  accepted: boolean
  /** What the partner says that it sends of its own devices. */
  partnerSends: { audio: boolean; video: boolean }
  /** The room no longer sees the partner; the call may go on. */
  away: boolean
  /** The connection has failed and has not been repaired. */
  broken: boolean
}

/** Why the last call, or invitation, is over. */
export interface EndedCall {
  reason: RefusalReason | 'cancelled' | 'hung-up' | 'left' | 'failed'
  by: 'self' | 'other'
  name: string
}

/** Everything one participant knows. */
export interface RoomContext {
  room: string
  name: string
  self: MemberId | null
  joinedAt: number
  transport: TransportStatus
  /** Why the transport is full or closed, if it says so (broadcast-signaling/room/transport.ts). */
  transportReason: string | null
  /** The others, in the order in which they came. */
  members: Member[]
  call: RoomCall | null
  ended: EndedCall | null
  /** Two free names, after another member had this one first; null: the name is free. */
  proposals: [string, string] | null
  /** The newest lines only. */
  lines: Line[]
  nextLine: number
}

/** What the person does. `at`: milliseconds since 1970. */
export type RoomIntent =
  | { type: 'room.join'; room: string; name: string; at: number }
  /** `call`: a fresh id. */
  | { type: 'room.invite'; to: MemberId; call: string; camera: boolean }
  | { type: 'room.accept'; camera: boolean }
  | { type: 'room.refuse' }
  | { type: 'room.cancel' }
  | { type: 'room.hang-up' }
  | { type: 'room.leave' }
  | { type: 'room.rename'; name: string }
  | { type: 'room.chat'; text: string; via: Via[]; at: number }
  /** Puts the sentence about the last call away. */
  | { type: 'room.forget' }

/** What the transport reports. */
export type TransportFact =
  | { type: 'transport.opened'; self: MemberId }
  | { type: 'transport.status'; status: TransportStatus; reason?: string }
  | { type: 'transport.members'; members: MemberId[] }
  | { type: 'transport.joined'; member: MemberId; at: number }
  /** `isLost`: the room cannot see it any more; otherwise it has left. */
  | { type: 'transport.left'; member: MemberId; isLost: boolean; at: number }

/** A message of another member, by its kind. */
export type Arrival =
  | { type: 'got.hello'; from: MemberId; name: string; joinedAt: number; busy: boolean; at: number }
  | { type: 'got.chat'; from: MemberId; text: string; at: number }
  | { type: 'got.invite'; from: MemberId; call: string; at: number }
  | { type: 'got.accept'; from: MemberId; call: string }
  | { type: 'got.refuse'; from: MemberId; call: string; reason: RefusalReason }
  | { type: 'got.cancel'; from: MemberId; call: string; reason?: 'no-answer' }
  | { type: 'got.hang-up'; from: MemberId; call: string }
  | { type: 'got.leave'; from: MemberId; at: number }

/** What the call reports. */
export type CallFact =
  | { type: 'call.connected' }
  /** The connection has failed. It may be repaired while the partner can be reached. */
  | { type: 'call.failed' }
  | { type: 'call.text'; text: string; at: number }
  /** What the partner sends of its own devices from now on. */
  | { type: 'call.media'; audio: boolean; video: boolean }

export type RoomEvent = RoomIntent | TransportFact | Arrival | CallFact

/** What the machine asks of the transport. */
export interface TransportCommand {
  type: 'send'
  /** A member, or `all`. */
  to: MemberId
  body: RoomBody
}

/** What the machine asks of the call: to send a line over its data channel. */
export interface CallCommand {
  type: 'text'
  text: string
}

/** The state of a participant: every leaf state has exactly one of these tags, and the page prints it. */
export const ROOM_STATES = [
  'outside',
  'joining',
  'full',
  'name-taken',
  'alone',
  'present',
  'inviting',
  'invited',
  'negotiating',
  'in-call',
  'ended',
] as const
export type RoomState = (typeof ROOM_STATES)[number]
