/** A member of a room: a random id that the member makes for each visit (`createMemberId`). */
export type MemberId = string

/** Whom a message is for: one member, or `all` others in the room. */
export type Receiver = MemberId

/**
 * connecting: the first attempt runs. open: messages travel. lost: not connected (also after a first attempt that
 * failed), trying again; what is sent waits, and what the others say meanwhile is delivered afterwards, if the
 * transport keeps it. full: the room takes no more members; final. closed: closed by this member, or refused for good
 * (see the event's reason); final.
 */
export type TransportStatus = 'connecting' | 'open' | 'lost' | 'full' | 'closed'

/**
 * Why a transport is full or closed without having been asked. too-many-rooms: the relay holds as many rooms as it may.
 * flood: this member sent too much. taken: another member has this id. refused: the relay did not understand a frame, or
 * runs another version.
 */
export type TransportReason = 'too-many-rooms' | 'flood' | 'taken' | 'refused'

export type TransportEvent =
  | { type: 'status'; status: TransportStatus; reason?: TransportReason }
  /** Everyone else in the room, after joining and after each reconnect. An empty room was just created. */
  | { type: 'members'; members: MemberId[] }
  | { type: 'joined'; member: MemberId }
  /** The member closed its transport, or its page was left; with `lost`, it could not be reached for too long. */
  | { type: 'left'; member: MemberId; lost?: true }
  | { type: 'message'; from: MemberId; body: string }
  /** Something arrived that is not a message of the room, for example one that the key does not open. */
  | { type: 'refused'; from: MemberId | null; reason: 'malformed' | 'replayed' | 'wrong-key' }

/**
 * One member's way to the other members of a room. Every implementation keeps this contract
 * (tests/signaling/room/transports.test.ts), so callers cannot tell them apart:
 *
 * - routed: a message reaches the named member, or every other member of this room, and nobody else; no echo;
 * - ordered and once: what one member sends to another arrives in the order of sending, and nothing twice;
 * - opaque: a body is text that only members read; `from` is set by the transport, not by the sender;
 * - asynchronous: no listener runs before the call that caused the event has returned, and the first events come after
 *   the caller had the chance to subscribe.
 */
export interface RoomTransport {
  readonly self: MemberId
  readonly status: TransportStatus
  /**
   * Sends a text (`MAX_BODY`) to one member or to all others. While connecting or lost it waits and is sent afterwards.
   * Once full or closed it does nothing. Throws a RangeError if the text is too long.
   */
  send(to: Receiver, body: string): void
  /** Calls the listener for each event, until the returned function is called. */
  subscribe(listener: (event: TransportEvent) => void): () => void
  /** Leaves the room: the others get `left`. Calling it again does nothing. */
  close(): void
}

/** The longest body, in bytes of its JSON string in UTF-8: a sealed SDP of 256 K characters fits. */
export const MAX_BODY = 512 * 1024

/** The most members of a room: a class of thirty, its teacher, and some room for reloads. */
export const MAX_MEMBERS = 40

/** Room and member ids: what fits in an address and in an MQTT topic without escapes. */
export const ID_PATTERN = /^[\w-]{1,64}$/

/** A random member id of 96 bits: nobody else's, and nobody can guess it. */
export function createMemberId(): MemberId {
  // Not crypto.randomUUID(): it is missing on insecure pages, where the room still works.
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
