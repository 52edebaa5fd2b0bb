import type { RoomTransport } from './transport'
import { checkBody, createListeners } from './listeners'
import { MAX_BODY } from './transport'

/** A way for texts between two, such as a data channel: ordered, and each text once. */
export interface TextChannel {
  /** interrupted: nothing passes for the moment, what is sent is kept. closed: final. */
  readonly state: 'open' | 'interrupted' | 'closed'
  send(text: string): void
  onText(listener: (text: string) => void): void
  onState(listener: () => void): void
  close(): void
}

/** Who made the offer, and who answered it: the two members of a room that is made by hand. */
export type HandRole = 'offerer' | 'answerer'

/** Characters of one piece: at most three bytes each, below what every data channel takes (RFC 8831 §6.6). */
const PIECE = 16 * 1024
const MORE = '+'
const LAST = '.'

/**
 * A room for two over a data channel that was connected by hand. Each text is cut into pieces, whose first character
 * says whether more follow. The room begins with both in it, and is over once one of them has gone: no server could make
 * the connection again.
 */
export function openChannelRoom(channel: TextChannel, self: HandRole): RoomTransport {
  const other: HandRole = self === 'offerer' ? 'answerer' : 'offerer'
  const listeners = createListeners()
  let begun = ''

  function receive(piece: string): void {
    const text = begun + piece.slice(1)
    const isPiece = piece.startsWith(MORE) || piece.startsWith(LAST)
    if (!isPiece || text.length > MAX_BODY) {
      begun = ''
      listeners.tell({ type: 'refused', from: other, reason: 'malformed' })
    } else if (piece.startsWith(MORE)) {
      begun = text
    } else {
      begun = ''
      listeners.tell({ type: 'message', from: other, body: text })
    }
  }

  function follow(): void {
    if (channel.state === 'closed') {
      listeners.tell({ type: 'left', member: other })
      listeners.become('closed')
    } else listeners.become(channel.state === 'open' ? 'open' : 'lost')
  }

  queueMicrotask(() => {
    if (listeners.isOver) return
    listeners.become('open')
    listeners.tell({ type: 'members', members: [other] })
    channel.onState(follow)
    channel.onText(receive)
    follow()
  })

  return {
    self,
    get status() {
      return listeners.status
    },
    subscribe: listeners.subscribe,
    send(_to, body) {
      checkBody(body)
      if (listeners.isOver) return
      for (let at = 0; at < body.length || at === 0; at += PIECE) {
        const isLast = at + PIECE >= body.length
        channel.send((isLast ? LAST : MORE) + body.slice(at, at + PIECE))
      }
    },
    close() {
      if (listeners.isOver) return
      listeners.close()
      channel.close()
    },
  }
}
