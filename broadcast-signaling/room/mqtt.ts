import type { MQTTClient as Client } from 'u8-mqtt/esm/web/basic-v4.js'
import type { Presence } from './mqttTopics'
import type { OutMessage } from './outbox'
import type { RoomTransport, TransportEvent } from './transport'
import { checkBody, createListeners } from './listeners'
import { createMqttMembers } from './mqttMembers'
import { withWholePackets } from './mqttSocket'
import { createTopics } from './mqttTopics'
import { createOutbox } from './outbox'
import { createRetry } from './retry'
import { createMemberId, MAX_MEMBERS } from './transport'

/** Seconds between two pings of this client; a broker waits half as long again, then sends the last will. */
const KEEP_ALIVE = 10
/** Milliseconds without any packet after which the connection counts as lost. */
const SILENCE = 2_500 * KEEP_ALIVE
/** Milliseconds that a lost member stays in its room. */
const GRACE = 30_000
/** Milliseconds after which a page that was about to be left has stayed. */
const STAYS = 5_000

export interface MqttOptions {
  /** `wss:` or `ws:`, with the broker's path. */
  address: string
  room: string
  self?: string
  grace?: number
  /** For programs without a WebSocket of their own. */
  createSocket?: (address: string, protocols: string[]) => WebSocket
  /** Tells by `beforeunload` that it may be about to be left; programs have no page. */
  page?: EventTarget | null
}

/**
 * A room over an MQTT broker (MQTT 3.1.1 over WebSocket, §6), for whoever outgrows one machine. Presence is a retained
 * message; a last will says that a member was lost. Everything is sent with QoS 1, at least once, in a session that the
 * broker keeps while a member is away; numbers drop what comes twice. A broker checks no sender, so use a room key.
 *
 * Firefox closes the sockets of a page that is left before `pagehide`, so that the page cannot say that it leaves. It says
 * that it may do so at `beforeunload`, and that it has stayed if nothing comes of it.
 *
 * The client is u8-mqtt (5 kB compressed, no dependencies), not mqtt (105 kB). It is loaded when a room needs it.
 */
export function openMqttRoom(options: MqttOptions): RoomTransport {
  const { address, room, self = createMemberId(), grace = GRACE } = options
  const page = options.page ?? (typeof window === 'undefined' ? null : window)
  const createSocket =
    options.createSocket ?? ((url: string, protocols: string[]) => new WebSocket(url, protocols))
  const listeners = createListeners()
  const outbox = createOutbox()
  const topics = createTopics(room, self)
  const members = createMqttMembers(tell, grace, (gone) => {
    if (connection) quietly(connection.client.store(topics.presence(gone), ''))
  })
  const attempts = createRetry(connect)
  const own = topics.presence(self)
  let connection: { socket: WebSocket; client: Client } | null = null
  let heardAt = 0
  let hasEntered = false
  let mark = { text: '', named: 0 }
  /** Runs while the page may be about to be left. */
  let leaving: ReturnType<typeof setTimeout> | null = null

  /** What arrives before the member is in for the first time is part of `members`, or not for it. */
  function tell(event: TransportEvent): void {
    if (hasEntered) listeners.tell(event)
  }

  function connect(): void {
    void open().catch(retry)
  }

  async function open(): Promise<void> {
    const { mqtt_v4 } = await import('u8-mqtt/esm/web/basic-v4.js')
    if (listeners.isOver) return
    const socket = createSocket(address, ['mqtt'])
    const client = mqtt_v4({
      sess_stg: null,
      log_conn: ignore,
      on_error: ignore,
      on_live: ignore,
      on_disconnect: ignore,
      on_mqtt_type: {
        mqtt_publish(packet) {
          if (connection?.client !== client) return
          if (packet.qos > 0) quietly(client.puback(packet))
          receive(packet.topic, packet.payload)
        },
      },
    })
    connection = { socket, client }
    heardAt = performance.now()
    socket.addEventListener('message', () => (heardAt = performance.now()))
    socket.addEventListener('close', () => {
      if (connection?.socket === socket) retry()
    })
    members.recount()
    client.with_websock(withWholePackets(socket))
    await client.connect({
      client_id: `handshake-${self}`,
      keep_alive: KEEP_ALIVE,
      flags: { clean_start: false },
      will: { topic: own, payload: 'lost', qos: 1, retain: true },
    })
    await client.subscribe({ topics: topics.all, qos: 1 })
    await sendMark(client)
  }

  /**
   * A broker answers a subscription with what is retained, but does not say when that is all. A mark that comes back, and
   * nothing new before it, is taken for the end.
   */
  async function sendMark(client: Client): Promise<void> {
    mark = { text: createMemberId(), named: members.named }
    await client.send(topics.messages(self), mark.text)
  }

  function takeMark(text: string): void {
    if (text !== mark.text || !connection) return
    if (mark.named === members.named) enter()
    else quietly(sendMark(connection.client))
  }

  function receive(topic: string, payload: Uint8Array): void {
    const event = topics.read(topic, payload)
    if (event.type === 'malformed') tell({ type: 'refused', from: event.from, reason: 'malformed' })
    else if (event.type === 'mark') takeMark(event.mark)
    else if (event.type === 'presence') notePresence(event.member, event.presence)
    else if (event.from !== self && members.isNew(event.from, event.n)) {
      tell({ type: 'message', from: event.from, body: event.body })
    }
  }

  function notePresence(member: string, presence: Presence): void {
    if (member !== self) members.note(member, presence)
    // Others gave this member up just when it came back.
    else if (presence !== 'here' && presence !== 'leaving') sayPresence('here')
  }

  function sayPresence(presence: Presence): void {
    if (listeners.status === 'open' && connection) quietly(connection.client.store(own, presence))
  }

  function noteLeaving(): void {
    sayPresence('leaving')
    if (leaving !== null) clearTimeout(leaving)
    leaving = setTimeout(() => {
      leaving = null
      if (connection) sayPresence('here')
      else attempts.schedule()
    }, STAYS)
  }

  function enter(): void {
    if (!connection || listeners.status === 'open') return
    members.settle()
    if (members.ids.length >= MAX_MEMBERS) {
      end()
      listeners.become('full')
      return
    }
    const { client } = connection
    attempts.reset()
    hasEntered = true
    quietly(client.store(own, 'here'))
    listeners.become('open')
    listeners.tell({ type: 'members', members: members.ids })
    const publish = async ({ n, to, body }: OutMessage) => {
      const [answer] = await client.send(topics.messages(to), JSON.stringify({ n, body }))
      if (answer !== undefined) outbox.confirm(n)
    }
    // Receivers know what came twice, so all that was not confirmed is sent again.
    outbox.resume((message) => quietly(publish(message)), { received: 0 })
  }

  function retry(): void {
    drop()
    if (listeners.isOver) return
    // A page that is being left must not come back for a moment.
    if (leaving === null) attempts.schedule()
    listeners.become('lost')
  }

  function drop(): void {
    const dropped = connection
    connection = null
    outbox.pause()
    dropped?.socket.close()
  }

  function end(): void {
    attempts.stop()
    clearInterval(watching)
    if (leaving !== null) clearTimeout(leaving)
    page?.removeEventListener('beforeunload', noteLeaving)
    members.stop()
    const last = connection
    connection = null
    outbox.pause()
    if (last) sayGoodbye(last)
  }

  /** All at once, because the page may be closing. Without the packet DISCONNECT the broker would send the last will. */
  function sayGoodbye({ socket, client }: NonNullable<typeof connection>): void {
    if (socket.readyState === 1) {
      // From now on the broker keeps nothing for this id.
      quietly(client.unsubscribe(topics.all))
      quietly(client.store(own, ''))
      quietly(client.disconnect())
    }
    socket.close()
  }

  const watching = setInterval(() => {
    if (connection && performance.now() - heardAt > SILENCE) retry()
  }, SILENCE / 5)
  page?.addEventListener('beforeunload', noteLeaving)
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
      listeners.close()
      end()
    },
  }
}

function ignore(): void {}

/** Runs what fails only if the connection is lost, which is noticed anyway. */
function quietly(task: Promise<unknown>): void {
  task.catch(ignore)
}
