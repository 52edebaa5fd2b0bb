import { readRoomMessage, writeRoomMessage } from '../../broadcast-signaling/room/roomMessage'
import type { RoomMessage, RoomMessageBody } from '../../broadcast-signaling/room/roomMessage'
import type { MemberId, RoomTransport, TransportEvent } from '../../broadcast-signaling/room/transport'
import type { RoomWire } from './roomWire'

/** A `signal` message: what the applications of a call exchange. */
export type SignalMessage = Extract<RoomMessage, { kind: 'signal' }>
/** Every other message: the room's machine handles it. */
export type OtherMessage = Exclude<RoomMessage, { kind: 'signal' }>

export interface HubListener {
  onEvent(event: Exclude<TransportEvent, { type: 'message' | 'refused' }>): void
  onMessage(from: MemberId, message: OtherMessage, size: number): void
}

/** What one member sends and receives, in messages instead of texts. */
export interface RoomHub {
  readonly self: MemberId
  readonly isOpen: boolean
  /** To a member, or to `all`. */
  send(to: MemberId, message: RoomMessageBody): { size: number }
  /** Keeps what a member sends in a call from now on, until something listens to it. */
  expect(call: string, from: MemberId): void
  /** Calls back for what a member sends in a call, and has sent, until the returned function is called. */
  onSignal(call: string, from: MemberId, listener: (message: SignalMessage, size: number) => void): () => void
  close(): void
}

/** A row for what the transport reports. */
const EVENT = { direction: 'event', other: null, via: 'signaling', size: 0 } as const

/**
 * Opens a hub over a transport. Each message in either direction is a row of the wire. A signal of a call that nobody
 * listens to or expects is dropped: it belongs to a call that is over.
 *
 * A server that was started again, or has given the partner up, drops what is for a member that is not back yet. So what
 * a call sends to a partner that cannot be reached waits here: an offer that is lost would leave its connection in
 * `have-local-offer` for good.
 */
export function openHub(transport: RoomTransport, wire: RoomWire, listener: HubListener): RoomHub {
  type Take = (message: SignalMessage, size: number) => void
  const calls = new Map<string, Take>()
  const waiting = new Map<string, Parameters<Take>[]>()
  const keyOf = (call: string, from: MemberId) => `${from} ${call}`
  const present = new Set<MemberId>()
  let held: { to: MemberId; message: RoomMessageBody; body: string }[] = []

  const isReached = (to: MemberId) => transport.status === 'open' && present.has(to)

  /** Follows who is there, and sends what has waited for somebody. */
  function follow(event: TransportEvent) {
    // After a loss only the next list of members says who can be reached.
    if (event.type === 'members' || event.type === 'status') present.clear()
    if (event.type === 'members') for (const id of event.members) present.add(id)
    if (event.type === 'joined') present.add(event.member)
    if (event.type === 'left') present.delete(event.member)
    const due = held.filter(({ to }) => isReached(to))
    held = held.filter(({ to }) => !isReached(to))
    for (const { to, body } of due) transport.send(to, body)
  }

  function receive(from: MemberId, body: string) {
    const read = readRoomMessage(body)
    const size = body.length
    const row = { direction: 'in', other: from, via: 'signaling', size } as const
    if (!read.ok) {
      wire.add({ ...row, what: { kind: 'refused', reason: read.reason, detail: read.detail } })
      return
    }
    const { message } = read
    wire.add({ ...row, what: { kind: 'message', message } })
    if (message.kind === 'signal') calls.get(keyOf(message.call, from))?.(message, size)
    else listener.onMessage(from, message, size)
  }

  let isIn = false
  /** The first report says how this member came in; the next ones come after a loss. */
  function noteMembers(count: number) {
    if (isIn) wire.add({ ...EVENT, what: { kind: 'members', count } })
    else
      wire.add({
        ...EVENT,
        other: transport.self,
        what: count === 0 ? { kind: 'created' } : { kind: 'joined', count },
      })
    isIn = true
  }

  function report(event: Exclude<TransportEvent, { type: 'message' }>) {
    const row = EVENT
    switch (event.type) {
      case 'refused':
        wire.add({
          ...row,
          direction: 'in',
          other: event.from,
          what: { kind: 'refused', reason: event.reason, detail: '' },
        })
        return
      case 'status':
        if (event.status === 'full') wire.add({ ...row, other: transport.self, what: { kind: 'full' } })
        else
          wire.add({
            ...row,
            what: { kind: 'status', status: event.status, ...(event.reason && { reason: event.reason }) },
          })
        break
      case 'members':
        noteMembers(event.members.length)
        break
      case 'joined':
      case 'left':
        wire.add({ ...row, other: event.member, what: { kind: event.type } })
    }
    listener.onEvent(event)
  }

  const unsubscribe = transport.subscribe((event) => {
    if (event.type === 'message') receive(event.from, event.body)
    else {
      report(event)
      follow(event)
    }
  })

  return {
    self: transport.self,
    get isOpen() {
      return transport.status === 'open'
    },
    send(to, message) {
      const body = writeRoomMessage(message)
      const ofCall = message.kind === 'signal' || message.kind === 'hang-up'
      if (ofCall && !isReached(to)) held.push({ to, message, body })
      else transport.send(to, body)
      const size = body.length
      wire.add({
        direction: 'out',
        other: to,
        via: 'signaling',
        size,
        what: { kind: 'message', message: { v: 1, ...message } as RoomMessage },
      })
      return { size }
    },
    expect(call, from) {
      const key = keyOf(call, from)
      // Expected before: what has arrived since must not be lost.
      if (calls.has(key)) return
      const kept: Parameters<Take>[] = []
      waiting.set(key, kept)
      calls.set(key, (...signal) => kept.push(signal))
    },
    onSignal(call, from, take) {
      const key = keyOf(call, from)
      calls.set(key, take)
      for (const signal of waiting.get(key)?.splice(0) ?? []) take(...signal)
      waiting.delete(key)
      return () => {
        if (calls.get(key) !== take) return
        calls.delete(key)
        // How the call has ended is all that its partner needs.
        held = held.filter(
          ({ to, message }) => to !== from || message.kind !== 'signal' || message.call !== call,
        )
      }
    },
    close() {
      unsubscribe()
      transport.close()
    },
  }
}
