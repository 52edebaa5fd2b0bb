import { toName } from '../../broadcast-signaling/room/roomMessage'
import { canSeal, createRoomKey } from '../../broadcast-signaling/room/seal'
import { ID_PATTERN } from '../../broadcast-signaling/room/transport'
import { createId } from '../session/createId'

export { canSeal, createRoomKey, toName }

/** Whether a text can name a room. */
export function isRoomName(text: string): boolean {
  return ID_PATTERN.test(text)
}

/** A name for a new room, short enough to be read out. */
export function newRoomName(): string {
  return createId().slice(0, 6)
}

/** Whether this browser can make a connection; the chat of a room needs none. */
export function canCall(): boolean {
  return typeof RTCPeerConnection === 'function'
}
