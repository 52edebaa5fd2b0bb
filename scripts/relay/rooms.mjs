// The rooms of the relay. It knows ids of rooms and members and nothing else. It numbers what it gives to a member and
// keeps it until the member has confirmed it, so that a member whose connection was lost gets what it missed.

/** @import { WebSocket } from 'ws' */
/** @import { JoinFrame, LIMITS, SendFrame } from './frames.mjs' */

/**
 * @typedef {object} Member
 * @property {string} id
 * @property {string} key what it must say to come back under this id
 * @property {string} roomId
 * @property {Map<string, Member>} room
 * @property {WebSocket | null} socket null while it is lost
 * @property {NodeJS.Timeout} [leaving] runs while it is lost
 * @property {number} given the number of the last frame for it
 * @property {{ n: number, text: string }[]} held the frames that it has not confirmed
 * @property {number} size characters of these
 * @property {number} sent the number of its own last message
 */

export function createRooms(/** @type {typeof LIMITS} */ limits) {
  /** @type {Map<string, Map<string, Member>>} */
  const rooms = new Map()

  /** Lets a socket into a room, as a new member or as one that comes back. @returns {Member | string} or why not */
  function join(/** @type {WebSocket} */ socket, /** @type {JoinFrame} */ frame) {
    const room = rooms.get(frame.room) ?? new Map()
    const known = room.get(frame.member)
    if (known) return known.key === frame.key ? resume(known, socket, frame.received) : 'taken'
    if (room.size >= limits.members) return 'full'
    if (room.size === 0 && rooms.size >= limits.rooms) return 'too-many-rooms'
    /** @type {Member} */
    const me = {
      id: frame.member,
      key: frame.key,
      roomId: frame.room,
      room,
      socket,
      given: 0,
      held: [],
      size: 0,
      sent: 0,
    }
    rooms.set(frame.room, room.set(me.id, me))
    for (const other of othersOf(me)) give(other, { type: 'joined', member: me.id })
    welcome(me, false)
    return me
  }

  function resume(/** @type {Member} */ me, /** @type {WebSocket} */ socket, /** @type {number} */ received) {
    clearTimeout(me.leaving)
    const before = me.socket
    me.socket = socket
    before?.terminate()
    confirm(me, received)
    for (const { text } of me.held) socket.send(text)
    welcome(me, true)
    return me
  }

  function welcome(/** @type {Member} */ me, /** @type {boolean} */ resumed) {
    const members = othersOf(me).map(({ id }) => id)
    me.socket?.send(JSON.stringify({ type: 'welcome', members, resumed, received: me.sent }))
  }

  function send(/** @type {Member} */ me, /** @type {SendFrame} */ { n, to, body }) {
    me.socket?.send(JSON.stringify({ type: 'ack', n }))
    // It arrived before the connection was lost, and is sent again because its `ack` did not.
    if (n <= me.sent) return
    me.sent = n
    for (const other of othersOf(me)) {
      if (to === 'all' || to === other.id) give(other, { type: 'message', from: me.id, body })
    }
  }

  function give(/** @type {Member} */ member, /** @type {object} */ frame) {
    member.given += 1
    const text = JSON.stringify({ n: member.given, ...frame })
    member.held.push({ n: member.given, text })
    member.size += text.length
    if (member.size > limits.held) leave(member, { lost: true })
    else member.socket?.send(text)
  }

  function confirm(/** @type {Member} */ member, /** @type {number} */ n) {
    const open = member.held.findIndex((frame) => frame.n > n)
    const done = member.held.splice(0, open === -1 ? member.held.length : open)
    for (const { text } of done) member.size -= text.length
  }

  /** Its connection was lost: it has some time to come back. */
  function lose(/** @type {Member} */ member) {
    member.socket = null
    member.leaving = setTimeout(() => leave(member, { lost: true }), limits.grace)
  }

  function forget(/** @type {Member} */ member) {
    clearTimeout(member.leaving)
    member.socket = null
  }

  /** `lost`: it did not say so itself. */
  function leave(/** @type {Member} */ member, /** @type {{ lost?: true }} */ how = {}) {
    member.socket?.terminate()
    forget(member)
    if (!member.room.delete(member.id)) return
    for (const other of othersOf(member)) give(other, { type: 'left', member: member.id, ...how })
    if (member.room.size === 0) rooms.delete(member.roomId)
  }

  return { rooms, join, send, confirm, lose, leave, forget }
}

function othersOf(/** @type {Member} */ { id, room }) {
  return [...room.values()].filter((other) => other.id !== id)
}
