import type { SignalBody, NumberedMessage } from '../../broadcast-signaling/message'
import type { RoomMessageBody } from '../../broadcast-signaling/room/roomMessage'
import type { MemberId } from '../../broadcast-signaling/room/transport'
import type { Signaling, SignalingOptions } from '../../broadcast-signaling/signaling'
import type { RoomHub } from './roomHub'

type Body = Extract<RoomMessageBody, { kind: 'signal' }>['body']

/** The call that the messages belong to. */
export interface CallAddress {
  call: string
  partner: MemberId
}

/**
 * The signaling of a call in a room: the messages of its applications travel to the partner as `signal` messages of the
 * room. The transport keeps their order and repeats what a lost connection has lost, so nothing is numbered or asked for
 * here: the numbers only name the messages in the log. A message counts as confirmed once the transport is open.
 * `whenReady`: what has arrived is kept until then.
 */
export function openRoomSignaling(
  hub: RoomHub,
  { call, partner }: CallAddress,
  { end, onMessage, onTap, onPeer, onConfirmed }: Omit<SignalingOptions, 'channel'>,
  whenReady: (run: () => void) => void,
): Signaling {
  const otherEnd = end === 'caller' ? 'callee' : 'caller'
  let sent = 0
  let arrived = 0
  let isClosed = false

  let unsubscribe: () => void = () => undefined

  whenReady(() => {
    if (isClosed) return
    onPeer({ status: 'here', session: sessionOf(partner), returned: false })
    unsubscribe = hub.onSignal(call, partner, ({ body }, size) => {
      const message = {
        ...toSignalBody(body),
        v: 1,
        room: call,
        from: otherEnd,
        session: sessionOf(partner),
        seq: arrived++,
      } as NumberedMessage
      onTap({ direction: 'in', outcome: 'delivered', at: performance.now(), size, message })
      onMessage(message)
    })
  })

  return {
    send(body) {
      if (isClosed) throw new DOMException('The signaling is closed.', 'InvalidStateError')
      const { size } = hub.send(partner, { kind: 'signal', call, body: toRoomBody(body) })
      const message = {
        ...body,
        v: 1,
        room: call,
        from: end,
        session: sessionOf(hub.self),
        seq: sent++,
      } as NumberedMessage
      onTap({ direction: 'out', outcome: 'sent', at: performance.now(), size, message })
      return message
    },
    ask() {
      if (!isClosed && hub.isOpen) onConfirmed(0)
    },
    close() {
      isClosed = true
      unsubscribe()
    },
  }
}

/** The id of a member, no longer than the id of a session. */
const sessionOf = (member: MemberId) => member.slice(0, 64)

function toRoomBody(body: SignalBody): Body {
  switch (body.kind) {
    case 'description':
      return { kind: 'description', description: body.description }
    case 'candidate':
      return { kind: 'candidate', candidate: body.candidate }
    case 'end-of-candidates':
      return { kind: 'end-of-candidates' }
    case 'bye':
      return { kind: 'bye' }
  }
}

function toSignalBody(body: Body): SignalBody {
  switch (body.kind) {
    case 'end-of-candidates':
      return { kind: 'end-of-candidates', usernameFragment: null }
    case 'bye':
      return { kind: 'bye', reason: 'hang-up' }
    default:
      return body
  }
}
