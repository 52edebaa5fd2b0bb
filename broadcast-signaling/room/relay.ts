import type { RelayFrame } from './relayFrames'
import type { MemberId, RoomTransport } from './transport'
import { checkBody, createListeners } from './listeners'
import { createOutbox } from './outbox'
import { readRelayFrame } from './relayFrames'
import { createRetry } from './retry'
import { createMemberId } from './transport'

/** Milliseconds without any frame after which the connection counts as lost. The relay sends a beat every 5 s. */
const SILENCE = 12_500
/** Confirms what arrived at every beat, and after this many frames. */
const ACK_EVERY = 100

/** The address of the relay on a page's own server. */
export function relayAddress({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/relay`
}

export interface RelayOptions {
  /** `ws:` or `wss:`, with the relay's path. */
  address: string
  room: string
  self?: MemberId
  /** For programs without a WebSocket of their own. */
  createSocket?: (address: string) => WebSocket
}

/**
 * A room over the relay of our own origin (scripts/relay.mjs, docs/protocol.md). A connection that is lost is opened
 * again, and both sides resend what was not confirmed: nothing is missing and nothing comes twice, as long as the relay
 * still knows the member. It forgets a member that is away for 30 s, and all of them when it restarts.
 */
export function openRelayRoom(options: RelayOptions): RoomTransport {
  const { address, room, self = createMemberId() } = options
  const createSocket = options.createSocket ?? ((url: string) => new WebSocket(url))
  const listeners = createListeners()
  const outbox = createOutbox()
  // Only this member and the relay know it, so nobody else can come back under its id.
  const key = createMemberId()
  let socket: WebSocket | null = null
  let received = 0
  let confirmed = 0
  let heardAt = 0
  const attempts = createRetry(connect)

  function connect(): void {
    const opened = createSocket(address)
    socket = opened
    heardAt = performance.now()
    const ifCurrent = (run: () => void) => () => {
      if (socket === opened) run()
    }
    opened.addEventListener(
      'open',
      ifCurrent(() => say({ type: 'join', v: 1, room, member: self, key, received })),
    )
    opened.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (socket === opened) receive(data)
    })
    opened.addEventListener('close', ifCurrent(retry))
  }

  const say = (frame: object) => {
    // A socket that is closing takes nothing; the outbox keeps what matters.
    if (socket?.readyState === 1) socket.send(JSON.stringify(frame))
  }

  function retry(): void {
    drop()
    if (listeners.isOver) return
    attempts.schedule()
    listeners.become('lost')
  }

  function drop(): void {
    const dropped = socket
    socket = null
    outbox.pause()
    dropped?.close()
  }

  function receive(data: unknown): void {
    heardAt = performance.now()
    const frame = readRelayFrame(data)
    if (!frame) listeners.tell({ type: 'refused', from: null, reason: 'malformed' })
    else if ('n' in frame && frame.type !== 'ack') take(frame)
    else obey(frame)
  }

  function take(frame: Extract<RelayFrame, { type: 'joined' | 'left' | 'message' }>): void {
    if (frame.n <= received) return
    received = frame.n
    if (received - confirmed >= ACK_EVERY) confirm()
    const { n: _, ...event } = frame
    listeners.tell(event)
  }

  function confirm(): void {
    confirmed = received
    say({ type: 'ack', n: received })
  }

  function obey(frame: Exclude<RelayFrame, { type: 'joined' | 'left' | 'message' }>): void {
    if (frame.type === 'ack') outbox.confirm(frame.n)
    else if (frame.type === 'beat') confirm()
    else if (frame.type === 'refused') refuse(frame.reason)
    else enter(frame)
  }

  function enter({ members, resumed, received: has }: Extract<RelayFrame, { type: 'welcome' }>): void {
    attempts.reset()
    if (!resumed) {
      received = 0
      confirmed = 0
    }
    listeners.become('open')
    listeners.tell({ type: 'members', members })
    outbox.resume((message) => say({ type: 'send', ...message }), resumed ? { received: has } : null)
  }

  function refuse(reason: Extract<RelayFrame, { type: 'refused' }>['reason']): void {
    end()
    if (reason === 'full') listeners.become('full')
    else listeners.become('closed', reason)
  }

  function end(): void {
    attempts.stop()
    clearInterval(watching)
    drop()
  }

  const watching = setInterval(() => {
    if (socket && performance.now() - heardAt > SILENCE) retry()
  }, SILENCE / 5)
  connect()

  return {
    self,
    get status() {
      return listeners.status
    },
    subscribe: listeners.subscribe,
    send(to, body) {
      checkBody(body)
      if (!listeners.isOver) outbox.put(to, body)
    },
    close() {
      if (listeners.isOver) return
      say({ type: 'leave' })
      end()
      listeners.close()
    },
  }
}
