import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { createActor, fromCallback } from 'xstate'
import { MAX_CHAT } from '../../broadcast-signaling/room/roomMessage'
import type { MemberId, RoomTransport } from '../../broadcast-signaling/room/transport'
import { ROOM_STATES } from '../../machines/room/roomContracts'
import type {
  CallCommand,
  Via,
  RoomContext,
  TransportCommand,
  RoomState,
} from '../../machines/room/roomContracts'
import { roomMachine } from '../../machines/room/roomMachine'
import type { CallInput, TransportInput } from '../../machines/room/roomSetup'
import type { CallWorld } from '../session/callWorld'
import { now } from '../session/clock'
import { createId } from '../session/createId'
import { createInspections } from '../session/inspections'
import type { CallControls } from '../session/session'
import { toArrival, toFact } from './arrivals'
import type { openRoomCall, RoomCallSession } from './roomCall'
import { readMediaState, writeMediaState } from './mediaState'
import type { MediaState } from './mediaState'
import { CHAT, FILES } from './roomDriver'
import { openHub } from './roomHub'
import type { RoomHub } from './roomHub'
import { createRoomWire } from './roomWire'
import type { RoomWire } from './roomWire'
import { createTransfers } from './transfers'
import type { Transfers } from './transfers'

/** How the members of a room reach each other. */
export type TransportKind = 'relay' | 'mqtt' | 'broadcast' | 'hand'

/** The outside world of a room; tests pass a fake. */
export interface RoomWorld {
  openTransport(room: string): RoomTransport
  /** Loads what runs a call: a room without a call needs none of it. */
  loadCall(): Promise<{ openRoomCall: typeof openRoomCall }>
  call: CallWorld
  /** Milliseconds that an invitation rings; default: 30 s. */
  ring?: number
}

/** What a page reads of a room: the state of this participant, and all it knows. */
export interface RoomView {
  state: RoomState
  context: RoomContext
}

/** A room as one participant has it. */
export interface Room {
  readonly view: Readonly<ShallowRef<RoomView>>
  readonly wire: RoomWire
  readonly transfers: Transfers
  /** The call under way once it is loaded, or the last one until another begins: its log stays readable. */
  readonly session: Readonly<ShallowRef<RoomCallSession | null>>
  join(room: string, name: string): void
  rename(name: string): void
  invite(member: MemberId): void
  /** `camera` false: the test pattern is sent, and the camera is not asked for. */
  accept(camera: boolean): void
  refuse(): void
  cancel(): void
  hangUp(): void
  leave(): void
  forget(): void
  say(text: string, via: Via[]): void
  /** Tells the partner what this member sends of its own devices. */
  tellMedia(state: MediaState): void
  /** What an inspector needs: the machine of this participant, and the machine of its end in each call. */
  readonly inspected: Pick<CallControls, 'inspect' | 'send'>
  /** Leaves the room because the page is left. */
  close(): void
}

/** Creates a participant and everything around it: its machine, its transport, and its calls. The composition root. */
export function createRoom(world: RoomWorld): Room {
  const wire = createRoomWire(now)
  const session = shallowRef<RoomCallSession | null>(null)
  const inspections = createInspections()
  let hub: RoomHub | null = null
  const transfers = createTransfers(() => {
    const open = session.value
    if (open === null || !isCalling(view.value.state)) return null
    return {
      async sendText(text) {
        noteText('out', text)
        await open.sendText(FILES, text)
      },
      async sendBytes(bytes) {
        await open.sendBytes(bytes)
      },
    }
  })

  function noteText(direction: 'in' | 'out', text: string) {
    const other = view.value.context.call?.partner ?? null
    wire.add({ direction, other, via: 'channel', size: text.length, what: { kind: 'text', text } })
  }

  const transport = fromCallback<TransportCommand, TransportInput>(({ input, sendBack, receive }) => {
    wire.clear()
    const opened = (hub = openHub(world.openTransport(input.room), wire, {
      onEvent(event) {
        if (event.type === 'status' && event.status === 'open') session.value?.transportBack()
        sendBack(toFact(event, now()))
      },
      onMessage(from, message) {
        sendBack(toArrival(from, message, now()))
      },
    }))
    sendBack({ type: 'transport.opened', self: opened.self })
    receive(({ to, body }) => {
      opened.send(to, body)
    })
    return () => {
      opened.send('all', { kind: 'leave' })
      opened.close()
      hub = null
    }
  })

  const call = fromCallback<CallCommand, CallInput>(({ input, sendBack, receive }) => {
    const on = hub
    if (on === null) return undefined
    on.expect(input.call.id, input.call.partner)
    session.value = null
    let opened: RoomCallSession | null = null
    let isOver = false
    const early: string[] = []
    const events = {
      onConnected() {
        sendBack({ type: 'call.connected' })
      },
      onFailed() {
        sendBack({ type: 'call.failed' })
      },
      onText(label: string, text: string) {
        noteText('in', text)
        const media = label === FILES ? readMediaState(text) : null
        if (media !== null) sendBack({ type: 'call.media', ...media })
        else if (label === FILES) transfers.receiveText(text)
        else sendBack({ type: 'call.text', text: text.slice(0, MAX_CHAT), at: now() })
      },
      onBytes: transfers.receiveBytes,
    }
    void world.loadCall().then(({ openRoomCall }) => {
      if (isOver) return
      session.value = opened = openRoomCall({ world: world.call, hub: on, call: input.call, events })
      opened.call.controls.inspect(({ report }) => {
        inspections.record(report)
      })
      for (const text of early.splice(0)) void opened.sendText(CHAT, text)
    })
    receive(({ text }) => {
      noteText('out', text)
      if (opened === null) early.push(text)
      else void opened.sendText(CHAT, text)
    })
    return () => {
      isOver = true
      transfers.stop()
      opened?.close()
    }
  })

  const machine = roomMachine.provide({
    actors: { transport, call },
    ...(world.ring !== undefined && { delays: { ring: world.ring } }),
  })
  const actor = createActor(machine, { id: 'room', inspect: inspections.record })
  const view = shallowRef<RoomView>(viewOf())
  actor.subscribe(() => {
    view.value = viewOf()
  })
  actor.start()

  function viewOf(): RoomView {
    const snapshot = actor.getSnapshot()
    return {
      state: ROOM_STATES.find((tag) => snapshot.hasTag(tag)) ?? 'outside',
      context: snapshot.context,
    }
  }

  return {
    view,
    wire,
    transfers,
    session,
    join(room, name) {
      actor.send({ type: 'room.join', room, name, at: Math.round(now()) })
    },
    rename(name) {
      actor.send({ type: 'room.rename', name })
    },
    invite(to) {
      actor.send({ type: 'room.invite', to, call: createId(), camera: true })
    },
    accept(camera) {
      actor.send({ type: 'room.accept', camera })
    },
    refuse() {
      actor.send({ type: 'room.refuse' })
    },
    cancel() {
      actor.send({ type: 'room.cancel' })
    },
    hangUp() {
      actor.send({ type: 'room.hang-up' })
    },
    leave() {
      actor.send({ type: 'room.leave' })
    },
    forget() {
      actor.send({ type: 'room.forget' })
    },
    say(text, via) {
      actor.send({ type: 'room.chat', text, via, at: now() })
    },
    tellMedia(state) {
      const text = writeMediaState(state)
      noteText('out', text)
      void session.value?.sendText(FILES, text)
    },
    inspected: {
      inspect: inspections.listen,
      send(end, intent) {
        session.value?.call.controls.send(end, intent)
      },
    },
    close() {
      actor.stop()
    },
  }
}

/** Whether a call is being made or under way. */
export function isCalling(state: RoomState): boolean {
  return state === 'negotiating' || state === 'in-call'
}
